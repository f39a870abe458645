// SPDX-License-Identifier: MIT
#include "signing_queue.hpp"

#include <algorithm>
#include <map>

namespace p2pchat::messaging {
namespace {

constexpr std::size_t max_shared = 512;
/// Without sharing, so many go to a worker together, or it would wait for the loop after each.
constexpr std::size_t max_alone = 8;

struct Job {
  std::vector<std::uint8_t> message;
  SigningQueue::DoneFn done;
  std::vector<std::uint8_t> signature;
};

/// What is signed together.
struct SigningBatch {
  std::vector<Job> jobs;
  bool shared = true;
  sdk::Status status;
};

/// Runs on a worker.
void sign_batch(sdk::SecretKey& key, SigningBatch& batch) {
  auto& jobs = batch.jobs;
  if (!batch.shared || jobs.size() == 1) {
    for (auto at = jobs.begin(); at != jobs.end() && batch.status.ok(); ++at) {
      sdk::OutTo out(at->signature);
      batch.status = key.sign(at->message, out);
    }
    return;
  }
  std::vector<sdk::bytes> messages;
  for (auto& job : jobs) messages.emplace_back(job.message);
  batch.status = key.sign_all(messages.data(), static_cast<std::uint32_t>(messages.size()),
                              [&jobs](std::uint32_t index, sdk::bytes signature) {
                                jobs[index].signature.assign(signature.ptr, signature.ptr + signature.len);
                              });
}

}  // namespace

struct SigningQueue::State : std::enable_shared_from_this<State> {
  State(sdk::Host& h, sdk::SecretKey& k) : host(h), key(k) {}

  void run_next(const sdk::Id& receiver);

  sdk::Host& host;
  sdk::SecretKey& key;
  std::map<sdk::Id, std::vector<Job>> waiting;  ///< by receiver, while an earlier signature for it runs
  bool batching = true, silent = false;
};

void SigningQueue::State::run_next(const sdk::Id& receiver) {
  auto& queue = waiting[receiver];
  if (queue.empty()) return void(waiting.erase(receiver));
  const auto count = std::min(queue.size(), batching ? max_shared : max_alone);
  auto batch = std::make_shared<SigningBatch>();
  batch->shared = batching;
  batch->jobs.assign(std::make_move_iterator(queue.begin()),
                     std::make_move_iterator(queue.begin() + static_cast<std::ptrdiff_t>(count)));
  queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(count));
  host.offload([&signer = key, batch] { sign_batch(signer, *batch); },
               [self = shared_from_this(), batch, receiver] {
                 for (auto& job : batch->jobs)
                   if (!self->silent) job.done(batch->status, job.signature);
                 if (!self->silent) self->run_next(receiver);
               });
}

SigningQueue::SigningQueue(sdk::Host& host, sdk::SecretKey& key) : state_(std::make_shared<State>(host, key)) {}
SigningQueue::~SigningQueue() { state_->silent = true; }

void SigningQueue::sign(const sdk::Id& receiver, std::vector<std::uint8_t> message, DoneFn done) {
  const auto [place, idle] = state_->waiting.try_emplace(receiver);
  place->second.push_back({std::move(message), std::move(done), {}});
  if (idle) state_->run_next(receiver);
}

void SigningQueue::set_batching(bool on) { state_->batching = on; }

}  // namespace p2pchat::messaging
