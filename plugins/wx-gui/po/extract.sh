#!/bin/sh
# SPDX-License-Identifier: MIT
# Brings po/zh_CN.po up to the texts in the code: new ones come in without a translation.
set -eu
cd "$(dirname "$0")/.."
find src -name '*.cpp' | LC_ALL=C sort | xargs xgettext --from-code=UTF-8 --language=C++ --no-location --sort-output \
  --keyword= --keyword=say --keyword=add --keyword=look --keyword=count:1,2 --package-name=p2pchat -o "${1:-po/p2pchat.pot}"
[ $# -gt 0 ] || { msgmerge --quiet --no-wrap --update --backup=none --no-fuzzy-matching po/zh_CN.po po/p2pchat.pot && rm po/p2pchat.pot; }
