// SPDX-License-Identifier: MIT
#include "model/key_words.hpp"

#include "presented.hpp"

namespace p2pchat::wx_gui {

std::string key_words(KeyTask task, const sdk::Status& status, const Language& language) {
  switch (status.code) {
    case sdk::Errc::refused:
      return task == KeyTask::save ? language.say("There is a file of that name already. Choose another name.")
                                   : language.say("The passphrase does not open this file.");
    case sdk::Errc::malformed:
    case sdk::Errc::too_large:
      return fill(language.say("This is no key, or a broken one: {detail}"), {{"detail", visible_line(status.text)}});
    case sdk::Errc::not_found:
      return language.say("There is no such file.");
    case sdk::Errc::unsupported:
      return language.say("This is the practice sea: nothing is kept when you close it.");
    default:
      return fill(language.say("That did not work: {detail}"), {{"detail", visible_line(status.text)}});
  }
}

std::string key_form_words(KeyTask task, const std::string& file, const std::string& passphrase,
                           const std::string& again, const Language& language) {
  if (!file.starts_with('/')) return language.say("Choose a file, or write its whole path: it begins with /.");
  if (task == KeyTask::restore) return {};
  if (passphrase.empty()) return language.say("Choose a passphrase: whoever has the file and no passphrase is you.");
  return passphrase == again ? std::string() : language.say("The two passphrases differ.");
}

}  // namespace p2pchat::wx_gui
