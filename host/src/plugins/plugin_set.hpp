// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/facade.hpp"
#include "plugins/proxies.hpp"
#include "plugins/verdict.hpp"

#include <p2pchat/plugin.hpp>

#include <tuple>

namespace p2pchat::host {

/// Interfaces that the host itself provides; the names are those a plugin may depend on.
inline constexpr std::string_view host_interfaces[] = {"p2pchat.identity/1", "p2pchat.network/1", "p2pchat.tables/1",
                                                       "p2pchat.chat/1"};

/// The plugins of one node: loads them, starts them in order, stops them in the reverse, and answers their queries.
/// Thread: [loop], except `find`.
class PluginSet final : public Directory {
 public:
  /// Gives the host's own interface as one plugin gets it, or null.
  using HostQuery = std::function<void*(std::string_view iid, std::string_view plugin)>;
  /// The settings of each plugin, by its id.
  using Tables = std::map<std::string, Facade::Settings, std::less<>>;

  /// `candidates` are judged by `judge_files`; `wanted` are the ids of the profile; `data` is the folder of the node.
  PluginSet(std::vector<Candidate> candidates, std::vector<std::string> wanted, Tables tables, std::string data = {});
  ~PluginSet();
  /// Loads and makes those whose dependencies hold, in the order of starting. `services.directory` is this set.
  void load(const Services& services);
  /// Starts what is loaded.
  void start();
  /// Answers queries for the host's interfaces from now on; `guard` stands before them.
  void set_host(HostQuery query, Guard* guard);
  /// Stops what has started; afterwards nothing of any plugin runs or is called.
  void stop();
  /// Frees the plugins, once all have stopped.
  void destroy();
  /// What became of each file.
  const std::vector<Candidate>& candidates() const { return candidates_; }

  void* find(Facade& asker, std::string_view iid, std::uint32_t index) override;

 private:
  struct Loaded;
  void load_one(Candidate& candidate, const Services& services);
  static sdk::Plugin* make(Loaded& plugin);
  sdk::Plugin* isolate(Loaded& plugin) const;
  bool dependencies_hold(Candidate& candidate) const;
  void start_one(Loaded& plugin);

  std::vector<Candidate> candidates_;
  const std::vector<std::string> wanted_;
  const Tables tables_;
  const std::string data_;
  std::vector<std::unique_ptr<Loaded>> plugins_;  // in the order of starting
  HostQuery host_query_;
  Guard* host_guard_ = nullptr;
  std::mutex mutex_;
  std::map<std::tuple<Facade*, void*, std::string>, Seen> seen_;  // by asker, target, iid
};

}  // namespace p2pchat::host
