// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/store.hpp"
#include "place.hpp"

namespace p2pchat::isolation {

/// A store in a worker, which the next worker opens again. A group that a worker did not commit is lost with it, and
/// what still belongs to it fails until the group is ended. Thread: [serial], as the store's.
class StandingStore : public Standing<sdk::Store> {
  using S = sdk::Store;

 public:
  using Standing::Standing;

 protected:
  ~StandingStore() = default;
  template <auto pointer, class... A>
  auto carry(Method<pointer>, A&&... arguments) const {
    if (auto status = renewed(); !status.ok()) return Caller::failed<pointer>(status, std::forward<A>(arguments)...);
    return Standing::carry(method<pointer>, std::forward<A>(arguments)...);
  }
  sdk::Status carry(Method<&S::open>, sdk::str directory, sdk::Out& notice) const;
  void carry(Method<&S::close>) const;
  sdk::Status carry(Method<&S::begin>) const;
  sdk::Status carry(Method<&S::commit>) const;
  void carry(Method<&S::rollback>) const;

 private:
  enum class Group { none, open, lost };
  sdk::Status renewed() const;
  sdk::Status opened() const;

  mutable std::string directory_;  // empty when it is not open
  mutable std::uint64_t worker_ = 0;
  mutable Group group_ = Group::none;
};

}  // namespace p2pchat::isolation
