#!/usr/bin/env bash
# Fifty users at once on an intranet whose server is killed at half-time. Its other tests are those
# of `cargo test -p intranet-example`, which builds what is run here.
# Usage: run.sh [--seconds N] [--bar MS] (20 seconds and no bar for the times unless told)
# For the figure of record, on a machine that does nothing else:
# cargo build --release -p intranet-example --bin intranet-example --example load
# INTRANET_BUILT=target/release tests/intranet/run.sh --seconds 60 --bar 100
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
built=${INTRANET_BUILT:-${CARGO_TARGET_DIR:-$root/target}/debug}
[ -x "$built/examples/load" ] || (cd "$root" && cargo test --quiet --no-run -p intranet-example)
exec "$built/examples/load" --server "$built/intranet-example" "$@"
