#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the side of a peer: prepare_peer.sh opendht|libtorrent FOLDER. Their packages want another Boost than ours, so
# they are unpacked into FOLDER, not installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
name=$1 root=$2/root
case $name in
  opendht)
    packages="libopendht-dev libopendht2 libmsgpack-cxx-dev libboost1.74-dev libgnutls28-dev nettle-dev
      libhttp-parser2.9 libfmt9 libjsoncpp25 libargon2-1"
    flags="" libraries="-lopendht" ;;
  libtorrent)
    packages="libtorrent-rasterbar-dev libtorrent-rasterbar2.0 libboost1.74-dev"
    flags="-DTORRENT_LINKING_SHARED -DTORRENT_USE_OPENSSL -DTORRENT_USE_LIBCRYPTO -DTORRENT_SSL_PEERS
      -DBOOST_ASIO_ENABLE_CANCELIO -DBOOST_ASIO_NO_DEPRECATED -DOPENSSL_NO_SSL2"
    libraries="-ltorrent-rasterbar -lssl -lcrypto" ;;
  *) echo "no such peer: $name" >&2; exit 2 ;;
esac
mkdir -p "$root/packages"
cd "$root/packages"
for package in $packages; do
  [ -e "$package.done" ] && continue
  apt-get -q download "$package" > "$package.log" 2>&1 || { cat "$package.log" >&2; exit 1; }
  dpkg -x "$package"_*.deb "$root"
  rm "$package"_*.deb
  touch "$package.done"
done
cd "$here"
newest=$(ls -t "${name}_side.cpp" side.cpp counted.cpp network.cpp ./*.hpp prepare_peer.sh | head -1)
[ "$2/${name}_side" -nt "$newest" ] && exit 0
unpacked=$root/usr/lib/$(g++ -print-multiarch)
# shellcheck disable=SC2086
g++ -std=c++20 -O2 $flags -isystem "$root/usr/include" -o "$2/${name}_side.new" \
  "${name}_side.cpp" side.cpp counted.cpp network.cpp \
  -L "$unpacked" -Wl,--disable-new-dtags,-rpath,"$unpacked",--allow-shlib-undefined $libraries -pthread
mv "$2/${name}_side.new" "$2/${name}_side"
