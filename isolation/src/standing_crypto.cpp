// SPDX-License-Identifier: MIT
#include "standing_crypto.hpp"

namespace p2pchat::isolation {

std::shared_ptr<sdk::SecretKey> StandingKey::now(sdk::Status& why) const {
  const std::lock_guard lock(mutex_);
  const auto reached = place_.reach(sdk::Crypto::iid);
  why = {sdk::Errc::cancelled, "the process that held the key has ended"};
  if (!reached.caller) return nullptr;
  if (reached.worker == worker_) return key_;
  if (!recipe_) return nullptr;
  auto* made = reached.caller->call<&sdk::Crypto::read>(reached.object, sdk::bytes::of(recipe_->file),
                                                        sdk::str(recipe_->passphrase), why);
  if (!made) return nullptr;
  worker_ = reached.worker;
  return key_ = {made, free};
}

sdk::str StandingCrypto::carry(Method<&C::suite>) const {
  const std::lock_guard lock(suite_mutex_);
  if (suite_.empty()) suite_ = std::string(Standing::carry(method<&C::suite>));
  return suite_;
}

sdk::SecretKey* StandingCrypto::carry(Method<&C::generate>, sdk::Status& why) const {
  const auto worker = place_.reach(sdk::Crypto::iid).worker;
  auto* made = Standing::carry(method<&C::generate>, why);
  if (!made) return nullptr;
  std::string file;
  sdk::OutTo out(file);
  auto recipe = made->write("", out).ok() ? std::make_unique<Recipe>(std::move(file), "") : nullptr;
  return new Forwarder<sdk::SecretKey, StandingKey>(place_, made, worker, std::move(recipe));
}

sdk::SecretKey* StandingCrypto::carry(Method<&C::read>, sdk::bytes file, sdk::str passphrase, sdk::Status& why) const {
  const auto worker = place_.reach(sdk::Crypto::iid).worker;
  auto* made = Standing::carry(method<&C::read>, file, passphrase, why);
  if (!made) return nullptr;
  auto recipe = std::make_unique<Recipe>(std::string(file.text()), std::string(passphrase));
  return new Forwarder<sdk::SecretKey, StandingKey>(place_, made, worker, std::move(recipe));
}

}  // namespace p2pchat::isolation
