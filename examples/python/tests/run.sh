#!/usr/bin/env bash
# The Python package and the scripts: installs what they need into target/python/venv, then
# checks.py. Takes the C library from target/release and the vectors from target/vectors, unless
# INNOVATION_LIBRARY and INNOVATION_CASES say otherwise. Usage: run.sh [PART...]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here/../.."
target=${CARGO_TARGET_DIR:-$PWD/target}
venv=$target/python/venv
wanted=$here/tests/requirements.txt
stamp=$venv/requirements.txt
if ! cmp -s "$wanted" "$stamp"; then
  python3 -m venv "$venv" || {
    echo "SKIPPED Python package: python3 has no venv (Debian: python3-venv)"
    echo "0 passed, 1 failed"
    exit 1
  }
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
  cp "$wanted" "$stamp"
fi
export INNOVATION_LIBRARY=${INNOVATION_LIBRARY:-$target/release/libinnovation.so}
export PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR=$target/python/matplotlib
mkdir -p "$MPLCONFIGDIR"
exec "$venv/bin/python" "$here/tests/checks.py" --target "$target" "$@"
