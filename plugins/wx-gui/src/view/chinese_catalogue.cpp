// SPDX-License-Identifier: MIT
#include "view/catalogue.hpp"

// The file that msgfmt made of po/zh_CN.po, as it is.
asm(R"(
  .section .rodata
  .local p2pchat_chinese
  .local p2pchat_chinese_end
p2pchat_chinese:
  .incbin ")" P2PCHAT_CHINESE R"("
p2pchat_chinese_end:
  .previous
)");

extern "C" {
extern const char chinese_begin[] __asm__("p2pchat_chinese");
extern const char chinese_end[] __asm__("p2pchat_chinese_end");
}

namespace p2pchat::wx_gui {

std::string_view chinese_catalogue() { return {chinese_begin, static_cast<std::size_t>(chinese_end - chinese_begin)}; }

}  // namespace p2pchat::wx_gui
