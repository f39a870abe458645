// SPDX-License-Identifier: MIT
#include "cli/own_node.hpp"

#include <unistd.h>

#include <algorithm>

namespace p2pchat::host {
namespace {

// One that is not there, or cannot be read, may be one.
bool wants_ui(const Setup& setup) {
  return std::ranges::any_of(setup.config.plugins, [&](const std::string& id) {
    const auto* found = find(setup.candidates, id);
    return !found || !found->is_read() || found->provides(sdk::Ui::iid);
  });
}

}  // namespace

Stderr stderr_for(const Setup& setup) {
  if (!wants_ui(setup) || !::isatty(STDERR_FILENO)) return Stderr::all;
  const bool fills_screen = !setup.arguments.line && ::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO);
  return fills_screen ? Stderr::nothing : Stderr::warnings;
}

OwnNode::OwnNode(const Setup& setup, NodeOptions options, Runtime& runtime, Log& log)
    : setup_(setup),
      runtime_(runtime),
      log_(log),
      key_{options.messaging.data_dir / "identity.p8", options.messaging.passphrase},
      node_(std::move(options), runtime, log) {}

OwnNode::~OwnNode() { stop(); }

std::optional<int> OwnNode::start() {
  for (const auto& warning : setup_.warnings) log_.write(sdk::Level::warn, "config", warning);
  runtime_.on_told_to_end([this] {
    if (auto* shown = node_.ui()) shown->quit();
  });
  const auto status =
      runtime_.await([this](const auto& done) { node_.start(done); }, Runtime::Until::done_or_told_to_end);
  if (status.code == sdk::Errc::cancelled) return exit_ok;
  const auto refused = report_refused();
  if (!status.ok()) return give_up(status.text, refused);
  if (!node_.ui() && wants_ui(setup_))
    return give_up("profile " + setup_.config.profile + " has no user interface that runs", refused);
  log_.write(sdk::Level::info, "host", "ready, profile " + setup_.config.profile);
  node_.host().subscribe(
      "node.", [this](sdk::str topic, const sdk::Id&, sdk::bytes id) { answer(topic, std::string(id.text())); });
  node_.host().subscribe(secret_topics, [this](sdk::str topic, const sdk::Id&, sdk::bytes detail) {
    fulfil(std::string(topic), std::string(detail.text()));
  });
  return std::nullopt;
}

// A sentence for each plugin of the profile that does not run.
std::vector<std::string> OwnNode::report_refused() {
  std::vector<std::string> sentences;
  for (const auto& candidate : node_.candidates())
    if (!candidate.good() && candidate.verdict != Verdict::not_in_profile)
      sentences.push_back("plugin " + candidate.id() + " (" + candidate.file.string() +
                          ") refused: " + candidate.reason);
  for (const auto& id : setup_.absent())
    sentences.push_back("plugin " + id + " is in no plugin folder: see p2pchat plugin list");
  for (const auto& sentence : sentences) log_.write(sdk::Level::error, "host", sentence);
  return sentences;
}

// A user interface asks what the node is made of, or wants that changed.
void OwnNode::answer(std::string_view topic, const std::string& plugin) {
  sdk::Status status;
  if (topic == "node.enable") status = choose(setup_.choices, plugin, Use::on);
  if (topic == "node.disable") status = choose(setup_.choices, plugin, Use::off);
  if (topic == "node.description") return;
  node_.host().publish("node.description", {}, sdk::bytes::of(describe(setup_, node_.candidates(), status.text)));
}

// Only a user interface has a person before it. Who published stands behind a slash.
void OwnNode::fulfil(const std::string& topic, const std::string& detail) {
  const auto slash = topic.rfind('/');
  const auto* asker = find(node_.candidates(), topic.substr(std::min(slash, topic.size() - 1) + 1));
  if (!asker || !asker->provides(sdk::Ui::iid)) return;
  const auto wish = backup::read_wish(topic.substr(0, slash), detail);
  if (!wish) return fulfilled({}, {sdk::Errc::invalid, "an absolute path and a passphrase are needed"});
  const bool kept = !setup_.choices.empty() && !setup_.config.ephemeral;
  auto* crypto = node_.host().get<sdk::Crypto>();
  if (!kept || !crypto) return fulfilled(*wish, {sdk::Errc::unsupported, "nothing is kept here"});
  const auto status = std::make_shared<sdk::Status>();
  node_.host().offload([crypto, key = key_, wish, status] { *status = backup::fulfil(*crypto, key, *wish); },
                       [this, wish, status] { fulfilled(*wish, *status); });
}

void OwnNode::fulfilled(const backup::KeyWish& wish, const sdk::Status& status) {
  const auto detail = std::to_string(static_cast<int>(status.code)) + " " + status.text;
  node_.host().publish("key.answer", {}, sdk::bytes::of(detail));
  if (!status.ok() || wish.what == backup::KeyWish::What::save) return;
  log_.write(sdk::Level::info, "host", "another identity was taken in: beginning again");
  begins_again_ = true;
  if (auto* shown = node_.ui()) shown->quit();
}

int OwnNode::give_up(const std::string& why, const std::vector<std::string>& refused) {
  log_.write(sdk::Level::error, "host", why);
  stop();
  if (stderr_for(setup_) != Stderr::nothing) return exit_failed;  // said already
  for (const auto& sentence : refused) fail(sentence);
  return fail(why);
}

void OwnNode::say(const std::string& sentence) {
  log_.write(sdk::Level::info, "host", sentence);
  node_.host().publish("notice", {}, sdk::bytes::of(sentence));
  // It has been told when this returns: who ends at once has seen it.
  (void)runtime_.await([](const auto& done) { done({}); }, Runtime::Until::done);
}

int OwnNode::show() {
  auto* ui = node_.ui();
  if (!ui) return runtime_.wait(), exit_ok;
  std::vector<const char*> argv{"p2pchat"};
  for (const auto& argument : setup_.arguments.for_ui) argv.push_back(argument.c_str());
  const auto argc = static_cast<std::int32_t>(argv.size());
  argv.push_back(nullptr);
  return ui->run(argc, argv.data());
}

void OwnNode::stop() {
  if (std::exchange(stopped_, true)) return;
  const auto stop_node = [this](const auto& done) { node_.stop([done] { done({}); }); };
  runtime_.on_told_to_end({});
  (void)runtime_.await(stop_node, Runtime::Until::done);
}

}  // namespace p2pchat::host
