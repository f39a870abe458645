// SPDX-License-Identifier: MIT
#include "presentation/transcript.hpp"

#include "presentation/transcript_line.hpp"
#include "presentation/utf8.hpp"
#include "presentation/visible.hpp"

#include <wire/hex.hpp>
#include <wire/json_writer.hpp>

namespace p2pchat::presentation {
namespace {

constexpr std::string_view page_head = R"(<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<style>
body { font: 15px/1.5 sans-serif; background: #fbfaf6; color: #1d2b32; max-width: 44em; margin: 2em auto; padding: 0 1em }
p { white-space: pre-wrap; overflow-wrap: anywhere; width: fit-content; max-width: 85%; margin: 0 0 .9em;
    padding: .5em .9em; border-radius: 14px; background: #fff; box-shadow: 0 1px 2px #0002 }
p.mine { margin-left: auto; background: #cfede7 }
p.failed { outline: 1.5px solid #c2402f }
small { display: block; color: #55656e }
@media (prefers-color-scheme: dark) {
  body { background: #0e1f29; color: #e6f1f2 } p { background: #1a323f } p.mine { background: #1f5c66 }
  small { color: #a3bac3 }
}
</style>
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  return out;
}

std::string shown_name(std::string_view name, const sdk::Id& id) {
  return name.empty() ? wire::short_hex(id) : visible_line(name);
}

std::string_view word(sdk::State state) {
  constexpr std::string_view words[] = {"queued", "sent", "delivered", "read", "failed"};
  return words[static_cast<std::size_t>(state)];
}

std::string person_json(const sdk::Id& id, std::string_view name) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("id", wire::to_hex(id)).member("name", repaired(name));
  json.end();
  return text;
}

std::string message_json(const Message& message) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("id", wire::to_hex(message.id));
  json.member("from", std::string_view(message.incoming() ? "them" : "me")).member("time_ms", message.time_ms);
  json.member("state", word(message.state)).member("body", repaired(message.body));
  if (!message.reason.empty()) json.member("reason", repaired(message.reason));
  json.end();
  return text;
}

}  // namespace

std::optional<TranscriptFormat> transcript_format(std::string_view word) {
  if (word == "text" || word == "txt") return TranscriptFormat::text;
  if (word == "json") return TranscriptFormat::json;
  if (word == "html") return TranscriptFormat::html;
  return {};
}

std::string_view file_ending(TranscriptFormat format) {
  if (format == TranscriptFormat::json) return "json";
  return format == TranscriptFormat::html ? "html" : "txt";
}

std::string Transcript::named(const Message& message) const {
  return message.incoming() ? shown_name(head_.them.name, head_.them.id) : shown_name(head_.me.name, head_.me.id);
}

std::string Transcript::opening() const {
  const auto title = shown_name(head_.me.name, head_.me.id) + " · " + shown_name(head_.them.name, head_.them.id);
  switch (format_) {
    case TranscriptFormat::text:
      return title + "\n" + stamp(head_.now_ms) + "\n\n";
    case TranscriptFormat::json:
      return "{\"format\": 1, \"exported_ms\": " + std::to_string(head_.now_ms) +
             ",\n\"me\": " + person_json(head_.me.id, head_.me.name) +
             ",\n\"them\": " + person_json(head_.them.id, head_.them.name) + ",\n\"messages\": [";
    case TranscriptFormat::html:
      return std::string(page_head) + "<title>" + escaped(title) + "</title></head><body>\n<h1>" + escaped(title) +
             "</h1>\n<small>" + stamp(head_.now_ms) + "</small>\n";
  }
  return {};
}

std::string Transcript::message(const Message& message) {
  const bool first = std::exchange(first_, false);
  const bool failed = message.state == sdk::State::failed;
  switch (format_) {
    case TranscriptFormat::text:
      return transcript_line(message.time_ms, named(message) + (failed ? " (not sent)" : ""), visible(message.body));
    case TranscriptFormat::json:
      return (first ? "\n" : ",\n") + message_json(message);
    case TranscriptFormat::html:
      return "<p class=\"" + std::string(message.incoming() ? "theirs" : "mine") + (failed ? " failed" : "") +
             "\"><small>" + escaped(named(message)) + " · " + stamp(message.time_ms) + "</small>" +
             escaped(visible(message.body)) + "</p>\n";
  }
  return {};
}

std::string Transcript::closing() const {
  switch (format_) {
    case TranscriptFormat::text:
      return {};
    case TranscriptFormat::json:
      return "\n]}\n";
    case TranscriptFormat::html:
      return "</body></html>\n";
  }
  return {};
}

}  // namespace p2pchat::presentation
