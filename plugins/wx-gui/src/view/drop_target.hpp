// SPDX-License-Identifier: MIT
#pragma once
#include "model/dropped.hpp"
#include "view/desk.hpp"

#include <wx/dataobj.h>
#include <wx/dnd.h>

namespace p2pchat::wx_gui {

/// Takes a file or a text that is dragged from elsewhere and let go over a window.
class DropTarget final : public wxDropTarget {
 public:
  /// `taken` is called after the drag has ended.
  DropTarget(wxWindow& window, Desk& desk, std::function<void(const Dropped&)> taken);
  wxDragResult OnData(wxCoord x, wxCoord y, wxDragResult suggested) override;
  /// What comes of the files that were let go.
  Dropped read_files(const wxArrayString& files) const;

 private:
  wxWindow& window_;
  Desk& desk_;
  std::function<void(const Dropped&)> taken_;
  wxFileDataObject* files_;
  wxTextDataObject* text_;
};

}  // namespace p2pchat::wx_gui
