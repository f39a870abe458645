#!/bin/sh
# SPDX-License-Identifier: MIT
# The Chinese translation is sound, has every text of the code, and nothing that is in the code no more.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/po/extract.sh" "$folder/texts.pot"
msgfmt --check -o /dev/null "$1/po/zh_CN.po"
msgcmp "$1/po/zh_CN.po" "$folder/texts.pot"
texts() { msgattrib --no-obsolete "$1" | grep -c '^msgid '; }
[ "$(texts "$1/po/zh_CN.po")" = "$(texts "$folder/texts.pot")" ] || { echo "po/zh_CN.po has texts the code has not"; exit 1; }
