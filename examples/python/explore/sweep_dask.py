#!/usr/bin/env python3
"""Plays a sweep over Dask: rows of parameters x replicates, on this machine or a cluster.

The plan is that of the program `sweep`, and so are summaries.ndjson and report.csv, byte for
byte, whoever played what in which order. What comes back is kept in pieces.ndjson: stopped
and started again, the sweep goes on where it was. A worker that dies in mid-run changes
nothing: what it was playing is played by another.
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

from innovation import InnovationError, load
from plan import PIECE, Done, Fault, Piece, Plan

#: How often a piece is handed out again after its worker died.
RETRIES = 20


def play(request: str, library: str | None) -> str:
    """One piece, on a worker; replicates are the same on any machine."""
    import innovation

    return innovation.load(library).call_text("explore.run", request)


def connect(stack: ExitStack, scheduler: str | None, workers: int, dashboard: str | None) -> Client:
    """A cluster by its address, or one of our own that only this machine can reach."""
    if scheduler:
        known: Client = stack.enter_context(Client(scheduler, set_as_default=False))
        return known
    stack.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": RETRIES}))
    # Ctrl-C reaches every process of a terminal: workers leave it to us.
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=dashboard,
            silence_logs=logging.CRITICAL + 1,  # what breaks off at Ctrl-C is no news
        )
    finally:
        signal.signal(signal.SIGINT, heard)
    stack.enter_context(cluster)
    client: Client = stack.enter_context(Client(cluster, set_as_default=False))
    return client


def sweep(
    client: Client,
    plan: Plan,
    done: Done,
    library: str | None = None,
    longest: int | None = None,
    tell: Callable[[int, int, int], None] = lambda *_: None,
) -> None:
    """Plays what is not done yet. `tell` hears pieces done, pieces in all, replicates."""
    if longest is None:
        # Small enough that no worker waits for another at the end.
        left = sum(piece.stop - piece.start for piece in plan.pieces(done))
        workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        longest = min(PIECE, max(1, left // (16 * workers)))

    def submit(piece: Piece) -> Future[str]:
        return client.submit(play, piece.request, library, pure=False)

    pieces = {submit(piece): piece for piece in plan.pieces(done, longest)}
    total, played, deaths = len(pieces), 0, 0
    futures = as_completed(list(pieces), loop=client.loop)
    try:
        for future in futures:
            piece = pieces[future]
            try:
                summary = future.result()
            except KilledWorker:
                # The scheduler gave up on it; a piece is not to blame for its workers.
                deaths += 1
                if deaths > RETRIES:
                    raise
                again = submit(piece)
                pieces[again] = piece
                futures.add(again)
            else:
                done.add(piece.row, summary)
                played += piece.stop - piece.start
            del pieces[future]
            tell(total - len(pieces), total, played)
    except BaseException:
        client.cancel(list(pieces))
        raise


def show(start: float) -> Callable[[int, int, int], None]:
    """Writes how far the sweep is."""

    def tell(count: int, total: int, played: int) -> None:
        speed = played / (time.monotonic() - start)
        print(f"\r{count} of {total} pieces, {speed:,.0f} replicates/s ", end="", file=sys.stderr)

    return tell


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "plan", type=Path, help="model, variant, parameters, rows, replicates, seed"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--scheduler", metavar="ADDRESS", help="a Dask cluster, as tcp://host:8786")
    where.add_argument(
        "--workers", type=int, default=2, help="processes of this machine (default 2)"
    )
    parser.add_argument("--out", type=Path, default=Path("."), help="where files are written")
    parser.add_argument("--piece", type=int, help=f"replicates handed out at once (to {PIECE})")
    parser.add_argument("--library", help="the C library, here and on the workers")
    parser.add_argument("--dashboard", metavar="ADDRESS", help="as 127.0.0.1:8787 (default: none)")
    asked = parser.parse_args()
    if asked.workers < 1 or (asked.piece is not None and asked.piece < 1):
        parser.error("at least one worker, and one replicate in a piece")
    try:
        plan = Plan.read(asked.plan, load(asked.library))
        done = Done(plan, asked.out / "pieces.ndjson")
        if plan.pieces(done):
            with ExitStack() as stack:
                client = connect(stack, asked.scheduler, asked.workers, asked.dashboard)
                tell = show(time.monotonic())
                sweep(client, plan, done, asked.library, asked.piece, tell)
            print(file=sys.stderr)
        plan.join(done, asked.out)
    except KeyboardInterrupt:
        print(
            f"\nstopped; {asked.out / 'pieces.ndjson'} is kept: run again to go on", file=sys.stderr
        )
        return 130
    except ImportError as fault:
        print(f"a worker lacks the package: {fault}", file=sys.stderr)
        return 1
    except (Fault, InnovationError, KilledWorker, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{len(plan.rows)} rows joined: {asked.out / 'report.csv'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
