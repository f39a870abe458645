// SPDX-License-Identifier: MIT
#include "unit/wx-gui/picture.hpp"

#include "view/gtk_function.hpp"
#include "view/text.hpp"

#include <gtest/gtest.h>
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/dcscreen.h>
#include <wx/imagpng.h>
#include <wx/toplevel.h>

#include <cstdlib>
#include <filesystem>

namespace p2pchat::wx_gui {

wxImage windows_on_screen() {
  wxRect area;
  for (auto* window : wxTopLevelWindows)
    if (window->IsShown()) area.Union(wxRect(window->ClientToScreen(wxPoint()), window->GetClientSize()));
  wxScreenDC screen;
  area.Intersect(wxRect(screen.GetSize()));
  if (area.IsEmpty()) return {};
  // Cairo keeps what it once read from the screen, unless it is told that others draw there, too.
  auto* target_of = gtk_function<void*(void*)>("cairo_get_target");
  auto* mark_dirty = gtk_function<void(void*)>("cairo_surface_mark_dirty");
  if (!target_of || !mark_dirty || !screen.GetHandle()) return {};
  mark_dirty(target_of(screen.GetHandle()));
  wxBitmap bitmap(area.GetSize());
  wxMemoryDC memory(bitmap);
  memory.Blit(wxPoint(), area.GetSize(), &screen, area.GetPosition());
  memory.SelectObject(wxNullBitmap);
  return bitmap.ConvertToImage();
}

double part_of(const wxImage& picture, unsigned char red, unsigned char green, unsigned char blue) {
  const auto* at = picture.GetData();
  const auto count = static_cast<std::size_t>(picture.GetWidth()) * static_cast<std::size_t>(picture.GetHeight());
  std::size_t same = 0;
  for (std::size_t i = 0; i < count; ++i, at += 3) same += at[0] == red && at[1] == green && at[2] == blue;
  return count ? static_cast<double>(same) / static_cast<double>(count) : 0;
}

void keep(const wxImage& picture, const std::string& name) {
  const char* folder = std::getenv("P2PCHAT_SCREENSHOTS");
  if (!folder) return;
  std::filesystem::create_directories(folder);
  if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);  // wx frees it
  auto written = picture;
  written.SetOption(wxIMAGE_OPTION_PNG_COMPRESSION_LEVEL, 1);
  ASSERT_TRUE(written.SaveFile(shown(std::string(folder) + "/" + name + ".png"), wxBITMAP_TYPE_PNG)) << name;
}

}  // namespace p2pchat::wx_gui
