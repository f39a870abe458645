// SPDX-License-Identifier: MIT
#include "view/drop_target.hpp"

#include "shell/file_start.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

DropTarget::DropTarget(wxWindow& window, Desk& desk, std::function<void(const Dropped&)> taken)
    : window_(window),
      desk_(desk),
      taken_(std::move(taken)),
      files_(new wxFileDataObject),
      text_(new wxTextDataObject) {
  auto* either = new wxDataObjectComposite;
  either->Add(files_, true);
  either->Add(text_);
  SetDataObject(either);
}

wxDragResult DropTarget::OnData(wxCoord, wxCoord, wxDragResult suggested) {
  if (!GetData()) return wxDragNone;
  const auto format = static_cast<wxDataObjectComposite*>(GetDataObject())->GetReceivedFormat();
  const auto dropped = format.GetType() == wxDF_FILENAME ? read_files(files_->GetFilenames())
                                                         : read_dropped(octets_of(text_->GetText()), *desk_.language);
  window_.CallAfter([taken = taken_, dropped] { taken(dropped); });
  return suggested;
}

Dropped DropTarget::read_files(const wxArrayString& files) const {
  if (files.size() != 1) return {Dropped::Kind::refused, desk_.say("One file at a time, please.")};
  const auto start = file_start(octets_of(files[0]), most_dropped + 1);
  if (!start) return {Dropped::Kind::refused, desk_.say("This file cannot be read.")};
  return read_dropped(*start, *desk_.language);
}

}  // namespace p2pchat::wx_gui
