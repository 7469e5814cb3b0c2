#!/usr/bin/env bash
# The page as users have it: built, served under a strict policy, opened from a folder, and gone
# through in Chromium in both languages; axe-core in every view; sizes and times.
# Usage: run.sh [folder of the npm package] (default: where the build leaves it)
# PAGE_BARS=1 asserts the times too, for a machine that does nothing else.
set -u
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
package=${1:-$target/npm/innovation}
out=$target/page
tree=$out/tree
page=$tree/examples/web
passed=0
failed=0

# need COMMAND PACKAGE...: installs Debian packages where a command is missing.
need() {
  local command=$1 sudo=
  shift
  command -v "$command" >/dev/null && return
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
}

# install FOLDER: what a lock file names, once for each lock file.
install() {
  cmp -s "$1/package-lock.json" "$1/node_modules/installed-lock.json" && return
  (cd "$1" && npm ci --silent --no-audit --no-fund) && cp "$1/package-lock.json" "$1/node_modules/installed-lock.json"
}

# lack NAME REASON: a part that cannot run here.
lack() {
  echo "SKIPPED $1: $2"
  [ "${CI:-}" = true ] && failed=$((failed + 1))
}

# part NAME COMMAND...: runs a part and adds up its last line.
part() {
  local name=$1 log=$out/$1.log good bad
  shift
  "$@" 2>&1 | tee "$log" | sed 's/^/  /'
  read -r good bad < <(awk '/^[0-9]+ passed, [0-9]+ failed$/ { g += $1; b += $3 } END { print g + 0, b + 0 }' "$log")
  [ "$good" -eq 0 ] && [ "$bad" -eq 0 ] && echo "$name: FAILED" && bad=1
  passed=$((passed + good))
  failed=$((failed + bad))
}

# step NAME COMMAND...: one thing that works or does not.
step() {
  local name=$1
  shift
  if "$@" >"$out/step.log" 2>&1; then
    passed=$((passed + 1))
    echo "$name: ok"
  else
    failed=$((failed + 1))
    echo "$name: FAILED"
    sed 's/^/  | /' "$out/step.log"
    return 1
  fi
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

for command in node:nodejs npm:npm chromium:chromium pdfinfo:poppler-utils; do
  need "${command%%:*}" "${command##*:}" >/dev/null 2>&1
done
if [ ! -f "$package/package.json" ]; then
  lack "page" "no npm package at $package: cargo run -p tests --bin wasm-package"
  finish
fi

# The page stands in a copy of the tree, since it names the package by its place in it.
mkdir -p "$page" "$tree/target/npm" "$out/tools"
rm -rf "$page/src" "$page/build" "$tree/target/npm/innovation"
cp -r "$package" "$tree/target/npm/innovation"
(cd "$root/examples/web" && tar cf - --exclude node_modules --exclude dist .) | tar xf - -C "$page"
cp package.json package-lock.json "$out/tools/"
cp ./*.mjs "$out/tools/"

step "install of the page" install "$page" || finish
step "install of the tools" install "$out/tools" || finish
step "types" npm --silent --prefix "$page" run types
step "build" npm --silent --prefix "$page" run build || finish

if command -v "${CHROMIUM:-chromium}" >/dev/null; then
  for name in journey keyboard files access shared figures; do
    part "$name" node "$out/tools/$name.mjs" "$page/dist"
  done
else
  lack "page in a browser" "no Chromium: apt-get install chromium"
fi
finish
