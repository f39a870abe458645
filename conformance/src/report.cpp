// SPDX-License-Identifier: MIT
#include "report.hpp"

#include "wire/json_writer.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace p2pchat::conformance {
namespace {

/// Text inside an XML attribute or element; what XML has no way to write is left out.
std::string xml(std::string_view text) {
  std::string written;
  for (const char c : text) switch (c) {
      case '&':
        written += "&amp;";
        break;
      case '<':
        written += "&lt;";
        break;
      case '>':
        written += "&gt;";
        break;
      case '"':
        written += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') written += c;
    }
  return written;
}

std::string indented(const std::string& text) {
  std::string lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines += "          " + line + "\n";
  return lines;
}

}  // namespace

void print(const Result& result, std::ostream& out) {
  out << std::left << std::setw(8) << word(result.outcome) << "  " << result.name << "\n" << indented(result.why);
}

void print_sum(const std::vector<Result>& results, std::ostream& out) {
  using enum Result::Outcome;
  const char* comma = "";
  for (const auto outcome : {passed, failed, crashed, hung, skipped, off}) {
    const auto count = std::ranges::count(results, outcome, &Result::outcome);
    if (count > 0 || outcome == passed) out << std::exchange(comma, ", ") << count << " " << word(outcome);
  }
  out << "\n";
}

std::string as_json(const std::vector<Result>& results, const Order& order) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("plugin", order.plugin.string()).member("seed", order.seed);
  json.key("trials").begin_array();
  for (const auto& result : results) {
    json.begin().member("name", result.name).member("outcome", word(result.outcome)).member("why", result.why);
    json.member("milliseconds", static_cast<std::uint64_t>(result.seconds * 1000)).end();
  }
  json.end_array().end();
  return text;
}

std::string as_junit(const std::vector<Result>& results, const Order& order) {
  std::ostringstream out;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" << xml(order.plugin.filename().string())
      << "\" tests=\"" << results.size() << "\" failures=\"" << std::ranges::count_if(results, is_bad, &Result::outcome)
      << "\">\n";
  for (const auto& result : results) {
    const auto dot = result.name.find('.');
    out << "  <testcase classname=\"" << xml(result.name.substr(0, dot)) << "\" name=\""
        << xml(result.name.substr(dot + 1)) << "\" time=\"" << std::fixed << std::setprecision(3) << result.seconds
        << "\"";
    if (result.outcome == Result::Outcome::passed)
      out << "/>\n";
    else
      out << ">\n    <" << (is_bad(result.outcome) ? "failure" : "skipped") << " message=\"" << word(result.outcome)
          << "\">" << xml(result.why) << "</" << (is_bad(result.outcome) ? "failure" : "skipped")
          << ">\n  </testcase>\n";
  }
  out << "</testsuite>\n";
  return out.str();
}

}  // namespace p2pchat::conformance
