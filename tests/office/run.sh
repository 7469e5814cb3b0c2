#!/usr/bin/env bash
# What other programs make of calendars, tables, dictionaries and graphs: python icalendar and
# ical.js read calendars on the days that clocks change, linkml-redcap validates dictionaries,
# networkx reads graphs, openpyxl and odfpy write workbooks.
#
# usage: tests/office/run.sh [libinnovation.so]
#
# Packages are installed by name below target/office the first time.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-$PWD/target}
library=${1:-$target/release/libinnovation.so}
work=$target/office
mkdir -p "$work/out"

# venv NAME PACKAGE...: an environment with these packages, made once. linkml needs its own.
venv() {
  local environment=$work/$1
  shift
  [ -e "$environment/ready" ] && return
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check "$@"
  touch "$environment/ready"
}
venv readers icalendar==7.3.0 vobject==0.9.9 networkx==3.6.1 openpyxl==3.1.5 odfpy==1.4.1 tzdata
venv redcap linkml linkml-redcap
[ -d "$work/node_modules/ical.js" ] || npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2

passed=0
failed=0
status=0
# part COMMAND...: prints its output and adds up its last line.
part() {
  local output good bad
  output=$("$@") || status=1
  printf '%s\n' "$output" | grep -v '^[0-9]* passed, [0-9]* failed$' || true
  read -r good bad < <(printf '%s\n' "$output" | awk '/^[0-9]+ passed, [0-9]+ failed$/ { print $1, $3 }') || { good=0 bad=1; }
  passed=$((passed + good))
  failed=$((failed + bad))
}
part "$work/readers/bin/python" tests/office/readers.py "$library" "$work/out"
part node tests/office/zones.mjs "$work/node_modules/ical.js/dist/ical.js" "$work/out"
part "$work/redcap/bin/python" tests/office/redcap.py "$work/out"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && [ "$status" -eq 0 ]
