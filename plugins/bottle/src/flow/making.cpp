// SPDX-License-Identifier: MIT
#include "flow/making.hpp"

#include "note/gas_chain.hpp"
#include "note/note_id.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"

#include <memory>

namespace p2pchat::bottle {
namespace {

/// So many hashes between two looks whether the node stops: some tens of milliseconds.
constexpr std::uint64_t tries_at_once = 1 << 16;

struct Job {
  Note note;
  Id digest;
  std::uint64_t first = 0;
  std::optional<std::uint64_t> stamp{};
  std::function<void(const sdk::Status&, const Note&)> done;
};

void stamp(Surroundings& around, const std::shared_ptr<Job>& job) {
  around.host.offload([&crypto = around.crypto, bits = around.settings.stamp_bits,
                       job] { job->stamp = find_stamp(crypto, job->digest, bits, job->first, tries_at_once); },
                      [&around, job] {
                        job->first += tries_at_once;
                        if (!job->stamp) return stamp(around, job);
                        job->note.stamp = *job->stamp;
                        job->done({}, job->note);
                      });
}

}  // namespace

Note new_note(Surroundings& around, const Id& secret, std::string body, const Id& receiver, std::uint64_t time_ms,
              std::uint64_t expiry_ms) {
  Note note;
  note.time_ms = time_ms;
  note.expiry_ms = expiry_ms;
  note.body = std::move(body);
  note.id = note_id(around.crypto, time_ms, note.body);
  note.sender = around.me;
  note.receiver = receiver;
  note.gas_anchor = gas_anchor(around.crypto, secret);
  note.gas_token = gas_token(around.crypto, secret, note.gas);
  const auto key = sdk::bytes::of(around.public_key);
  note.key.assign(key.ptr, key.ptr + key.len);
  return note;
}

void sign_and_stamp(Surroundings& around, Note note, std::function<void(const sdk::Status&, const Note&)> done) {
  const auto octets = signed_bytes(std::string_view(around.crypto.suite()), note);
  const auto job = std::make_shared<Job>();
  job->note = std::move(note);
  job->done = std::move(done);
  around.identity.sign(octets, [&around, job, octets](const sdk::Status& status, sdk::bytes signature) {
    if (!status.ok()) return job->done(status, job->note);
    job->note.sign.assign(signature.ptr, signature.ptr + signature.len);
    job->digest = stamp_digest(around.crypto, octets, signature);
    stamp(around, job);
  });
}

}  // namespace p2pchat::bottle
