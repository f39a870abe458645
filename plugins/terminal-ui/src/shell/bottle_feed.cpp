// SPDX-License-Identifier: MIT
#include "shell/bottle_feed.hpp"

#include <utility>

namespace p2pchat::terminal_ui {

BottleFeed::BottleFeed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox, const AddressBook& book,
                       std::function<void(const Event&)> tell)
    : calls_(host, std::move(mailbox)), tell_(std::move(tell)), beach_(book) {}

void BottleFeed::open() {
  fetching_beach_.ask();
  fetching_sea_.ask();
}

void BottleFeed::heard(const std::string& topic) {
  if (topic == "bottle.mine") return fetching_sea_.ask();
  fetching_beach_.ask();
}

void BottleFeed::fetch_beach() {
  calls_.beach([this](const sdk::Status& status, std::vector<Bottle> bottles) {
    if (status.ok()) {
      BottlesCame event{beach_.replace(std::move(bottles)), !std::exchange(have_beach_, true)};
      if (!event.bottles.empty()) tell_(event);
    }
    fetching_beach_.came();
  });
}

void BottleFeed::fetch_sea() {
  calls_.mine([this](const sdk::Status& status, std::vector<Journey> journeys) {
    if (status.ok()) {
      BottlesMoved event{sea_.replace(std::move(journeys))};
      if (!event.news.empty()) tell_(event);
    }
    fetching_sea_.came();
  });
}

}  // namespace p2pchat::terminal_ui
