#!/usr/bin/env bash
# The report before its referees: axe-core in Chromium, in every profile and language, light and
# dark; cards that hold their text on screen and on paper; the PDF that Chromium prints.
# Usage: run.sh libinnovation.so (default: that of the release build)
set -u
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
library=${1:-$target/release/libinnovation.so}
out=$target/report
tools=$out/tools
passed=0
failed=0

add() {
  read -r good bad < <(awk '/^[0-9]+ passed, [0-9]+ failed$/ { g += $1; b += $3 } END { print g + 0, b + 0 }' "$1")
  [ "$good" -eq 0 ] && [ "$bad" -eq 0 ] && bad=1
  passed=$((passed + good))
  failed=$((failed + bad))
}

export PYTHONPATH=$root/examples/python PYTHONDONTWRITEBYTECODE=1
mkdir -p "$out/pages" "$tools"
cp package.json package-lock.json "$tools/"
(cd "$tools" && npm ci --silent --no-audit --no-fund) || failed=$((failed + 1))

python3 pages.py "$library" ../vectors "$out/pages" | tee "$out/pages.log" | sed 's/^/  /'
add "$out/pages.log"
python3 deck.py "$library" "$out/pages" || failed=$((failed + 1))
node check.mjs "$out/pages" "$tools/node_modules/axe-core/axe.min.js" | tee "$out/check.log" | sed 's/^/  /'
add "$out/check.log"
python3 paper.py "$out/pages" | tee "$out/paper.log" | sed 's/^/  /'
add "$out/paper.log"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
