// SPDX-License-Identifier: MIT
#pragma once
#include "model/node_description.hpp"
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// One plugin: what it is, what it does, how it stands and why; to switch on or off, and its log.
class PluginCard final : public wxPanel {
 public:
  struct Actions {
    std::function<void(const PluginFacts&)> toggle, log;  ///< no `toggle`: it can be switched neither on nor off
  };
  /// `stays`: why it cannot be switched off; empty when it can.
  PluginCard(wxWindow* parent, const Desk& desk, const PluginFacts& plugin, std::string stays, const Actions& actions);

 private:
  void draw(Painter& painter, const Box& all);
  std::string words() const;
  void fit();
  const Desk& desk_;
  const PluginFacts plugin_;
  const std::string stays_;
  int fitted_ = 0;  // the width it has its height for
};

}  // namespace p2pchat::wx_gui
