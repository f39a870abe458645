// SPDX-License-Identifier: MIT
#include "presentation/conversation_export.hpp"

#include <filesystem>
#include <ranges>

namespace p2pchat::presentation {
namespace {

constexpr std::uint32_t page_limit = 1000;

std::string part_of(const std::string& path) { return path + ".part"; }

}  // namespace

void ConversationExport::start(ChatCalls& calls, TranscriptFormat format, TranscriptHead head, std::string path,
                               Done done) {
  const auto run =
      std::make_shared<ConversationExport>(calls, format, std::move(head), std::move(path), std::move(done));
  run->file_.open(part_of(run->path_), std::ios::binary | std::ios::trunc);
  if (!run->file_) return run->done_({sdk::Errc::io, "cannot write " + part_of(run->path_)}, 0);
  run->file_ << run->transcript_.opening();
  run->find_bounds(0);
}

ConversationExport::ConversationExport(ChatCalls& calls, TranscriptFormat format, TranscriptHead head, std::string path,
                                       Done done)
    : calls_(calls),
      peer_(head.them.id),
      transcript_(format, std::move(head)),
      path_(std::move(path)),
      done_(std::move(done)) {}

void ConversationExport::find_bounds(std::uint64_t before) {
  bounds_.push_back(before);
  calls_.history(peer_, before, page_limit,
                 [self = shared_from_this()](const sdk::Status& status, const MessagePage& page) {
                   if (!status.ok()) return self->finish(status);
                   // What comes from now on is not of this export, and must not push the oldest out of a page.
                   if (self->bounds_.back() == 0 && !page.messages.empty())
                     self->bounds_.back() = page.messages.front().place + 1;
                   return page.next ? self->find_bounds(page.next) : self->write_next();
                 });
}

void ConversationExport::write_next() {
  if (bounds_.empty()) return finish({});
  const auto before = bounds_.back();
  bounds_.pop_back();
  calls_.history(peer_, before, page_limit,
                 [self = shared_from_this()](const sdk::Status& status, const MessagePage& page) {
                   if (!status.ok()) return self->finish(status);
                   for (const auto& message : page.messages | std::views::reverse)
                     self->file_ << self->transcript_.message(message);
                   self->written_ += page.messages.size();
                   if (!self->file_) return self->finish({sdk::Errc::io, "cannot write " + part_of(self->path_)});
                   self->write_next();
                 });
}

void ConversationExport::finish(const sdk::Status& status) {
  auto ended = status;
  if (ended.ok()) {
    file_ << transcript_.closing();
    file_.close();
    if (!file_) ended = {sdk::Errc::io, "cannot write " + part_of(path_)};
  }
  std::error_code failure;
  if (ended.ok()) std::filesystem::rename(part_of(path_), path_, failure);
  if (failure) ended = {sdk::Errc::io, "cannot write " + path_ + ": " + failure.message()};
  if (!ended.ok()) std::filesystem::remove(part_of(path_), failure);
  done_(ended, written_);
}

}  // namespace p2pchat::presentation
