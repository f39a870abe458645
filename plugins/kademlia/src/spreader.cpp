// SPDX-License-Identifier: MIT
#include "spreader.hpp"

#include "routing/contact_key.hpp"

namespace p2pchat::kademlia {

/// One record on its way to all who are to keep it.
struct Spreader::Spreading {
  Id key;
  Octets packed, mark;
  DoneFn done;
  std::size_t open = 0, kept = 0, refused = 0, older = 0;

  /// One of them has settled it; nothing: he did not answer.
  void settle(std::optional<Verdict> verdict) {
    --open;
    kept += verdict == Verdict::kept;
    refused += verdict == Verdict::refused;
    older += verdict == Verdict::older;
    if (kept >= enough || (open == 0 && kept > 0)) return end({});
    if (open > 0) return;
    if (older > 0) return end({sdk::Errc::refused, "a newer record is kept under this key already"});
    if (refused > 0) return end({sdk::Errc::refused, "the nodes nearest this key do not keep the record"});
    end({sdk::Errc::timed_out, "none of the nodes nearest this key answered; try again"});
  }
  void end(const sdk::Status& status) {
    if (const auto hear = std::exchange(done, {})) hear(status);
  }
};

/// One record on its way to one of them.
struct Spreader::Delivery {
  std::shared_ptr<Spreading> spreading;
  Contact whom;
  std::size_t open = 0;
  bool is_settled = false;

  void settle(std::optional<Verdict> verdict) {
    if (!std::exchange(is_settled, true)) spreading->settle(verdict);
  }
};

void Spreader::spread(const Id& key, Octets packed, DoneFn done) {
  const auto spreading =
      std::make_shared<Spreading>(Spreading{.key = key, .packed = {}, .mark = {}, .done = std::move(done)});
  spreading->mark = mark_of(node_.crypto, packed);
  spreading->packed = std::move(packed);
  holders_.find(key, [this, spreading](const sdk::Status& status, const std::vector<Contact>& holders) {
    if (holders.empty())
      return spreading->end(status.ok() ? sdk::Status(sdk::Errc::timed_out, "no other node is there to keep it")
                                        : status);
    spreading->open = holders.size();
    for (const auto& holder : holders) deliver(spreading, holder);
  });
}

/// The first part alone: whoever has the record already, or does not want it, needs no more of it.
void Spreader::deliver(const std::shared_ptr<Spreading>& spreading, const Contact& whom) {
  bring(std::make_shared<Delivery>(Delivery{.spreading = spreading, .whom = whom, .open = 1}), 1);
}

void Spreader::deliver_rest(const std::shared_ptr<Delivery>& delivery) {
  const auto parts = parts_of(delivery->spreading->packed.size());
  if (parts == 1) return delivery->settle(Verdict::refused);
  delivery->open = parts - 1U;
  for (std::uint8_t part = 2; part <= parts; ++part) bring(delivery, part);
}

void Spreader::bring(const std::shared_ptr<Delivery>& delivery, std::uint8_t part) {
  const auto& spreading = *delivery->spreading;
  const Question question{.kind = Question::Kind::store,
                          .whom = delivery->whom,
                          .target = spreading.key,
                          .record = part_of(spreading.packed, part),
                          .mark = spreading.mark,
                          .part = {part, parts_of(spreading.packed.size())}};
  requests_.ask(question, [this, delivery, part](const Outcome& outcome) {
    --delivery->open;
    const bool is_answered = outcome.kind == Outcome::Kind::answered;
    if (!is_answered) return delivery->settle({});
    const auto verdict = static_cast<Verdict>(outcome.flags);
    if (verdict != Verdict::more) return delivery->settle(verdict);
    if (part == 1) return deliver_rest(delivery);
    if (delivery->open == 0) delivery->settle(Verdict::refused);
  });
}

}  // namespace p2pchat::kademlia
