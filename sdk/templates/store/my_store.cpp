// SPDX-License-Identifier: MIT
#include <p2pchat/plugin.hpp>
#include <p2pchat/store.hpp>

using namespace p2pchat::sdk;

namespace {

const Status unwritten(Errc::unsupported, "my-store: not written yet");

}  // namespace

/// Keeps what survives a loss of power once `commit` returned ok. Thread: [serial].
class MyStore final : public PluginOf<MyStore, Store> {
 public:
  using PluginOf::PluginOf;
  Status open(str, Out&) override { return unwritten; }
  void close() noexcept override {}
  Status begin() override { return unwritten; }
  Status commit() override { return unwritten; }
  void rollback() noexcept override {}
  Status put(str, bytes, bytes) override { return unwritten; }
  Status get(str, bytes, Out&) override { return unwritten; }
  Status erase(str, bytes) override { return unwritten; }
  Status scan(str, bytes, std::uint32_t, const Fn<std::uint32_t(bytes, bytes)>&) override { return unwritten; }
  Status add(const Message&, std::uint32_t&) override { return unwritten; }
  Status set_state(const Id&, State, str) override { return unwritten; }
  Status message(const Id&, const MessageVisitor&) override { return unwritten; }
  Status history(const Id&, std::uint64_t, std::uint32_t, const MessageVisitor&) override { return unwritten; }
  Status unsettled(const MessageVisitor&) override { return unwritten; }
  Status mark_read(const Id&, std::uint64_t, const MessageVisitor&) override { return unwritten; }
  Status summary(const Id&, std::uint64_t&, std::uint64_t&) override { return unwritten; }
  Status forget(const Id&) override { return unwritten; }
  Status search(str, const Id&, std::uint64_t, std::uint32_t, std::uint64_t&, const MessageVisitor&) override {
    return unwritten;
  }
};

P2PCHAT_PLUGIN(MyStore, .id = "my-store", .name = "My store", .version = "0.1.0", .license = "MIT")
