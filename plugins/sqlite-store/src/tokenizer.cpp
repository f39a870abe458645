// SPDX-License-Identifier: MIT
#include "tokenizer.hpp"

#include "characters.hpp"

#include <sqlite3.h>

#include <memory>
#include <string_view>

namespace p2pchat::sqlite_store {
namespace {

using Emit = int (*)(void*, int, const char*, int, int, int);

/// SQLite's tokenizer for the text between; owned.
struct Tokenizer {
  fts5_tokenizer unicode{};
  Fts5Tokenizer* instance = nullptr;
};

/// Where the tokens of a stretch of text go: their offsets count from the beginning of the whole text.
struct Shifted {
  void* context;
  Emit emit;
  int offset;
};

int create(void* api, const char**, int, Fts5Tokenizer** out) {
  auto& fts5 = *static_cast<fts5_api*>(api);
  auto made = std::unique_ptr<Tokenizer>(new (std::nothrow) Tokenizer);
  if (!made) return SQLITE_NOMEM;
  void* context = nullptr;
  int code = fts5.xFindTokenizer(&fts5, "unicode61", &context, &made->unicode);
  if (code == SQLITE_OK) code = made->unicode.xCreate(context, nullptr, 0, &made->instance);
  if (code == SQLITE_OK) *out = reinterpret_cast<Fts5Tokenizer*>(made.release());
  return code;
}

void destroy(Fts5Tokenizer* self) {
  const std::unique_ptr<Tokenizer> owned(reinterpret_cast<Tokenizer*>(self));
  owned->unicode.xDelete(owned->instance);
}

int emit_shifted(void* context, int flags, const char* token, int size, int begin, int end) {
  const auto& shifted = *static_cast<Shifted*>(context);
  return shifted.emit(shifted.context, flags, token, size, begin + shifted.offset, end + shifted.offset);
}

int tokenize(Fts5Tokenizer* self, void* context, int flags, const char* octets, int size, Emit emit) {
  auto& tokenizer = *reinterpret_cast<Tokenizer*>(self);
  const std::string_view text(octets, static_cast<std::size_t>(size));
  std::size_t between = 0;  // where the text since the last character that stands alone begins
  const auto flush = [&](std::size_t end) {
    Shifted shifted{context, emit, static_cast<int>(between)};
    const auto length = static_cast<int>(end - between);
    if (length == 0) return SQLITE_OK;
    return tokenizer.unicode.xTokenize(tokenizer.instance, &shifted, flags, octets + between, length, emit_shifted);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    if (!stands_alone(next_character(text, at))) continue;
    int code = flush(begin);
    const int first = static_cast<int>(begin), last = static_cast<int>(at);
    if (code == SQLITE_OK) code = emit(context, 0, octets + begin, last - first, first, last);
    if (code != SQLITE_OK) return code;
    between = at;
  }
  return flush(text.size());
}

}  // namespace

sdk::Status add_tokenizer(Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* select = nullptr;
  int code = sqlite3_prepare_v2(database.connection(), "SELECT fts5(?1)", -1, &select, nullptr);
  if (code == SQLITE_OK) code = sqlite3_bind_pointer(select, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  if (code == SQLITE_OK) sqlite3_step(select);
  sqlite3_finalize(select);
  if (!api) return {sdk::Errc::unsupported, "this SQLite has no full-text search (FTS5): use one that has"};
  fts5_tokenizer ours{create, destroy, tokenize};
  code = api->xCreateTokenizer(api, "p2pchat", api, &ours, nullptr);
  return code == SQLITE_OK ? sdk::Status() : database.error(code);
}

}  // namespace p2pchat::sqlite_store
