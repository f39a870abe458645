// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_places.hpp"
#include "model/timeline.hpp"
#include "view/painter.hpp"

#include <functional>
#include <map>

namespace p2pchat::wx_gui {

/// All that a row of a conversation shows beside the text of its message, which stays as it is.
struct RowLook {
  RowFacts facts;
  sdk::State state = sdk::State::queued;
  std::string sender;                 ///< who wrote it, by name
  TextSpan selected;                  ///< of the text
  std::vector<std::u32string> words;  ///< marked wherever they stand
  int width = 0, height = 0;          ///< pixels
  bool operator==(const RowLook&) const = default;
};

/// The pictures of the rows on show: whoever scrolls sees the same rows again at another height, and only those that
/// come on show have to be drawn. They are kept where GTK keeps the window's own picture: with X11 that is the X
/// server.
class RowPictures {
 public:
  /// `desk` and `window` outlive it.
  RowPictures(const Desk& desk, const wxWindow& window) : desk_(desk), window_(window) {}
  ~RowPictures() { forget(); }
  RowPictures(const RowPictures&) = delete;
  RowPictures& operator=(const RowPictures&) = delete;

  /// Whether a row is small enough for a picture.
  static bool fits(const RowLook& look);
  /// Shows the row of a message with its top at `top`. `draw` draws it with the top at 0, if it looked different
  /// before.
  void show(Painter& painter, std::uint64_t place, const RowLook& look, double top,
            const std::function<void(Painter&)>& draw);
  /// Lets go of all: the places are those of other messages now.
  void forget();
  /// Lets go of those that have not been shown since it was called last.
  void sweep();

 private:
  struct Picture {
    RowLook look;
    void* surface = nullptr;
    bool is_on_show = false;
  };
  void make(Painter& painter, Picture& picture, const std::function<void(Painter&)>& draw);
  const Desk& desk_;
  const wxWindow& window_;
  std::map<std::uint64_t, Picture> pictures_;
};

}  // namespace p2pchat::wx_gui
