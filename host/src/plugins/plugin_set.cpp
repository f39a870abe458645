// SPDX-License-Identifier: MIT
#include "plugins/plugin_set.hpp"

#include "isolation/isolated_plugin.hpp"
#include "plugins/library.hpp"
#include "plugins/start_order.hpp"

#include <algorithm>
#include <ranges>

namespace p2pchat::host {

struct PluginSet::Loaded {
  Candidate& candidate;
  Facade facade;
  sdk::Plugin* instance = nullptr;
  std::vector<std::pair<std::string_view, void*>> interfaces;  // as provided, by iid
  std::size_t rank = 0;                                        // in the profile
  std::atomic<bool> found = true;                              // by queries: until it fails to start, or stops
  bool started = false;

  void* provided(std::string_view iid) const {
    for (const auto& [name, interface] : interfaces)
      if (name == iid) return interface;
    return nullptr;
  }
};

PluginSet::PluginSet(std::vector<Candidate> candidates, std::vector<std::string> wanted, Tables tables,
                     std::string data)
    : candidates_(std::move(candidates)),
      wanted_(std::move(wanted)),
      tables_(std::move(tables)),
      data_(std::move(data)) {}

PluginSet::~PluginSet() = default;

void PluginSet::load(const Services& services) {
  const std::vector<std::string_view> host(std::begin(host_interfaces), std::end(host_interfaces));
  for (const auto index : start_order(candidates_, wanted_, host))
    if (dependencies_hold(candidates_[index])) load_one(candidates_[index], services);
}

// An earlier plugin may have been refused since the order was made.
bool PluginSet::dependencies_hold(Candidate& candidate) const {
  const auto& m = candidate.manifest();
  for (unsigned i = 0; i < m.n_dependencies; ++i) {
    const std::string_view iid = m.dependencies[i].iid;
    const auto serves = [&](const auto& each) { return each->provided(iid) && each->found; };
    if (m.dependencies[i].optional || std::ranges::find(host_interfaces, iid) != std::end(host_interfaces)) continue;
    if (std::ranges::any_of(plugins_, serves)) continue;
    candidate.refuse(Verdict::dependency, missing(iid, candidates_));
    return false;
  }
  return true;
}

void PluginSet::load_one(Candidate& candidate, const Services& services) {
  const auto id = candidate.id();
  const auto table = tables_.find(id);
  auto plugin = std::unique_ptr<Loaded>(new Loaded{
      candidate, {services, id, table == tables_.end() ? Facade::Settings() : table->second}, nullptr, {}, 0});
  auto& guard = plugin->facade.guard();

  std::string word;
  sdk::OutTo out(word);
  const bool isolated = plugin->facade.config("isolate", out) && word == "true";
  plugin->instance = isolated ? isolate(*plugin) : make(*plugin);
  if (!plugin->instance) return;

  const auto ask = [&](std::string_view iid) {
    return guard.call("Plugin::query", Tag::any, [&] { return plugin->instance->query(iid); });
  };
  const auto& m = candidate.manifest();
  for (unsigned i = 0; i < m.n_provides; ++i) plugin->interfaces.emplace_back(m.provides[i], ask(m.provides[i]));
  for (const auto& [iid, interface] : plugin->interfaces)
    if (!interface) candidate.refuse(Verdict::interface, "claims " + std::string(iid) + " but does not answer for it");
  if (ask("p2pchat.nothing/0")) candidate.refuse(Verdict::interface, "answers for an interface that does not exist");
  if (!candidate.good()) return guard.last_call("Plugin::destroy", [&] { plugin->instance->destroy(); });

  plugin->rank = static_cast<std::size_t>(std::ranges::find(wanted_, id) - wanted_.begin());
  const std::lock_guard lock(mutex_);
  plugins_.push_back(std::move(plugin));
}

// Here, from its file.
sdk::Plugin* PluginSet::make(Loaded& plugin) {
  auto& candidate = plugin.candidate;
  auto& facade = plugin.facade;
  const auto probation = facade.guard().probation("loading");
  std::string error;
  const auto create =
      facade.guard().call("loading", Tag::loop, [&] { return load_plugin(candidate.loadable(), error); });
  if (!create) return candidate.refuse(Verdict::load, "cannot be loaded: " + error), nullptr;
  sdk::Status status;
  auto* made = facade.guard().call("p2pchat_create", Tag::loop, [&] { return create(&facade, &status); });
  if (!made)
    candidate.refuse(Verdict::create, "cannot be made: " + std::string(status.ok() ? "without a reason" : status.text));
  return made;
}

// What stands for it; it will be made in a process of its own.
sdk::Plugin* PluginSet::isolate(Loaded& plugin) const {
  const auto& m = plugin.candidate.manifest();
  if (const auto stays = isolation::what_stays(m); !stays.empty()) {
    plugin.candidate.refuse(Verdict::create, std::string(stays) + ", which it provides, cannot be carried to another " +
                                                 "process: say `isolate = false`");
    return nullptr;
  }
  isolation::WorkerCommand command{"/proc/self/exe", plugin.candidate.for_worker()};
  command.provides.assign(m.provides, m.provides + m.n_provides);
  command.data = data_;
  for (unsigned i = 0; i < m.n_dependencies; ++i) command.declared.emplace_back(m.dependencies[i].iid);
  return isolation::isolate(plugin.facade, std::move(command));
}

void PluginSet::start() {
  for (const auto& plugin : plugins_) {
    if (dependencies_hold(plugin->candidate)) start_one(*plugin);
    if (plugin->started) continue;
    plugin->found = false;
    plugin->facade.close();
    plugin->facade.guard().give_up();
  }
}

void PluginSet::start_one(Loaded& plugin) {
  const auto probation = plugin.facade.guard().probation("Plugin::start");
  const auto status = plugin.facade.guard().call("Plugin::start", Tag::loop, [&] { return plugin.instance->start(); });
  plugin.started = status.ok();
  if (!plugin.started) plugin.candidate.refuse(Verdict::start, "start failed: " + std::string(status.text));
}

void PluginSet::set_host(HostQuery query, Guard* guard) {
  host_query_ = std::move(query);
  host_guard_ = guard;
}

void PluginSet::stop() {
  for (const auto& plugin : plugins_ | std::views::reverse) {
    if (!std::exchange(plugin->started, false)) continue;
    plugin->found = false;
    plugin->facade.quiet();
    plugin->facade.guard().last_call("Plugin::stop", [&] { plugin->instance->stop(); });
    plugin->facade.close();
  }
}

void PluginSet::destroy() {
  for (const auto& plugin : plugins_ | std::views::reverse) {
    plugin->facade.close();
    plugin->facade.guard().last_call("Plugin::destroy", [&] { plugin->instance->destroy(); });
  }
  const std::lock_guard lock(mutex_);
  seen_.clear();
}

void* PluginSet::find(Facade& asker, std::string_view iid, std::uint32_t index) {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<void*, Guard*>> providers;
  if (host_query_)
    if (auto* own = host_query_(iid, asker.guard().plugin())) providers.emplace_back(own, host_guard_);
  std::vector<Loaded*> by_rank;
  for (const auto& plugin : plugins_)
    if (plugin->found && &plugin->facade != &asker && plugin->provided(iid)) by_rank.push_back(plugin.get());
  std::ranges::sort(by_rank, {}, &Loaded::rank);
  for (auto* plugin : by_rank) providers.emplace_back(plugin->provided(iid), &plugin->facade.guard());
  if (index >= providers.size()) return nullptr;
  const auto [target, guard] = providers[index];
  auto& seen = seen_[{&asker, target, std::string(iid)}];
  if (!seen.interface) seen = see(iid, target, {guard, asker.callbacks()});
  return seen.interface;
}

}  // namespace p2pchat::host
