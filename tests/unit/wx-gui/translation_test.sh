#!/bin/sh
# SPDX-License-Identifier: MIT
# The Chinese translation is sound, has every text of the code, and nothing that is in the code no more; what the window
# translates of others' words is what they say.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/po/extract.sh" "$folder/texts.pot"
msgfmt --check -o /dev/null "$1/po/zh_CN.po"
msgcmp "$1/po/zh_CN.po" "$folder/texts.pot"
texts() { msgattrib --no-obsolete "$1" | grep -c '^msgid '; }
[ "$(texts "$1/po/zh_CN.po")" = "$(texts "$folder/texts.pot")" ] || { echo "po/zh_CN.po has texts the code has not"; exit 1; }

words=$1/src/model/plugin_words.cpp
sed -n 's/.*look("\(.*\)");/\1/p' "$words" | sed 's/{[a-z]*}/\n/g' | sed 's/^; //' | while IFS= read -r said; do
  [ "${#said}" -lt 5 ] || grep -rqF -e "$said" "$1/../../host" "$1/../../trust" "$1"/../*/src/plugin.cpp ||
    { echo "nobody says: $said"; exit 1; }
done
sed -n 's/.*\.name = \("[^"]*"\).*/\1/p' "$1"/../*/src/plugin.cpp | while IFS= read -r name; do
  grep -qF -e "look($name)" "$words" || { echo "$words does not translate $name"; exit 1; }
done
