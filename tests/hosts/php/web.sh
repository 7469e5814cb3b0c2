#!/usr/bin/env bash
# PHP-FPM with the settings of examples/php/README.md serves a page, again and again.
#
# usage: web.sh LIBRARY FOLDER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
wrapper=$(realpath "$here/../../../examples/php/Innovation.php")
library=$1
folder=$2
version=$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
mkdir -p "$folder"
cd "$folder"
socket=$(mktemp -d)/fpm.sock # the path of a socket is short

php -r 'require $argv[1]; echo Innovation\Library::header($argv[2]);' "$wrapper" "$library" >innovation.ffi.h
cat >fpm.conf <<CONF
[global]
error_log = $folder/fpm.log
daemonize = no
[www]
listen = $socket
pm = static
pm.max_children = 1
CONF
privileges=()
if [ "$(id -u)" -eq 0 ]; then
  printf 'user = root\ngroup = root\n' >>fpm.conf
  privileges=(--allow-to-run-as-root -d opcache.preload_user=root)
fi
"/usr/sbin/php-fpm$version" "${privileges[@]}" --fpm-config fpm.conf -d ffi.enable=preload \
  -d ffi.preload="$folder/innovation.ffi.h" -d opcache.enable=1 -d opcache.preload="$wrapper" >fpm.out 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" 2>/dev/null || true; rm -rf "${socket%/*}"' EXIT
for _ in $(seq 100); do
  [ ! -S "$socket" ] || break
  sleep 0.1
done

printf 'FFI is closed to pages\n4 rounds after 3 looks\n' >expected
for round in 1 2 3; do
  SCRIPT_FILENAME=$here/page.php SCRIPT_NAME=/page.php REQUEST_METHOD=GET cgi-fcgi -bind -connect "$socket" |
    tr -d '\r' | sed '1,/^$/d' >answer
  diff expected answer || { cat fpm.out fpm.log; exit 1; }
  echo "request $round: $(paste -sd, answer)"
done
