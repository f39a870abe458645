// SPDX-License-Identifier: MIT
#include "memory.hpp"

#include <algorithm>
#include <map>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t pause_ms = 5'000, first_pause_ms = 50, stale_ms = 3'600'000;
constexpr std::size_t few = 16;

}  // namespace

void Memory::load(std::function<void(std::vector<Contact>)> done) {
  if (!tables_) {
    node_.host.post([done = std::move(done)] { done({}); });
    return;
  }
  const auto take = [this](sdk::bytes key, sdk::bytes value) {
    Id id;
    const auto line = parse_remembered(value.text());
    if (key.len != sizeof id.b || !line) return;
    std::copy_n(key.ptr, sizeof id.b, id.b);
    lines_[id] = *line;
  };
  const auto finish = [this, done = std::move(done)](const sdk::Status& status) {
    if (!status.ok()) node_.host.log(sdk::Level::warn, std::string("remembered contacts not read: ") + status.text);
    std::vector<std::pair<std::uint64_t, Contact>> seen;
    for (const auto& [id, line] : lines_) seen.push_back({line.seen_ms, {id, line.address}});
    std::ranges::sort(seen, std::greater{});
    std::vector<Contact> contacts;
    for (const auto& [ms, contact] : seen) contacts.push_back(contact);
    done(contacts);
  };
  tables_->scan(remembered_table, {}, 2 * most, take, finish);
}

/// Whether what is on the disk of a contact is good enough.
bool Memory::is_fresh(const Contact& contact, std::uint64_t seen_ms) const {
  const auto* line = lines_.find(contact.id);
  return line && line->address == contact.address && seen_ms < line->seen_ms + stale_ms;
}

void Memory::note(const Contact& contact) {
  if (!tables_ || is_noted_ || is_fresh(contact, node_.host.now_ms())) return;
  is_noted_ = true;
  node_.host.after(lines_.size() < few ? first_pause_ms : pause_ms, [this] {
    is_noted_ = false;
    write();
  });
}

void Memory::write() {
  if (!tables_) return;
  const auto now_ms = node_.host.now_ms(), now_us = node_.host.ticks_us();
  node_.table.each([&](const Entry& entry, std::uint32_t) {
    if (!entry.is_good()) return;
    const auto seen_ms = now_ms - std::min(now_ms, (now_us - entry.verified_us) / 1000);
    if (is_fresh(entry.contact, seen_ms)) return;
    const auto& line = lines_[entry.contact.id] = {entry.contact.address, seen_ms};
    const auto text = to_text(line);
    tables_->put(remembered_table, entry.contact.id.view(), sdk::bytes::of(text), {});
  });
  forget_crowds();
  forget_oldest();
}

/// Who changes places again and again within one network leaves no more lines than he has places.
void Memory::forget_crowds() {
  std::map<std::uint64_t, std::vector<std::pair<std::uint64_t, Id>>> networks;
  for (const auto& [id, line] : lines_)
    if (reach(line.address) == Reach::global) networks[network_of(line.address)].emplace_back(line.seen_ms, id);
  const auto places = places_of_network(networks.size());
  for (auto& [network, seen] : networks) {
    if (seen.size() <= places) continue;
    std::ranges::sort(seen, std::greater{});
    for (auto i = places; i < seen.size(); ++i) forget(seen[i].second);
  }
}

void Memory::forget_oldest() {
  while (lines_.size() > most) {
    const auto oldest = std::ranges::min_element(lines_, {}, [](const auto& line) { return line.second.seen_ms; });
    forget(Id(oldest->first));
  }
}

void Memory::forget(const Id& id) {
  tables_->erase(remembered_table, id.view(), {});
  lines_.erase(id);
}

}  // namespace p2pchat::kademlia
