"""How long a search takes."""

from __future__ import annotations

import time
from typing import Any

import numpy

from book import Book
from draw import BLUE, GREY, panels, save

#: Each time is the shortest of so many: what else runs here can only add to it.
ROUNDS = 9
PEOPLE = [50, 100, 200, 400, 600, 800]
#: A hundred steps on so long a landscape, and still nobody is at rest, which would cost nothing.
STEPS = [10, 20, 40, 60, 80, 100]


def linear(book: Book) -> None:
    drawn, axes = panels(
        ["100 steps", "100 people"], "The time of a search grows in a straight line", share=False
    )
    count = max(10, book.replicates // 1000)
    for axis, name, sizes in zip(axes, ("agents", "steps"), (PEOPLE, STEPS), strict=True):
        runs = [{"loci": 64, "agents": 100, "steps": 100, name: size} for size in sizes]
        spent = numpy.array(shortest(book, runs, count))
        slope, start = numpy.polyfit(sizes, spent, 1)
        fit = 1 - numpy.var(spent - numpy.polyval((slope, start), sizes)) / numpy.var(spent)
        end = sizes[-1]
        label = f"line fitted, R² = {fit:.3f}"
        axis.plot([0, end], [start, start + slope * end], color=GREY, linewidth=1.2, label=label)
        axis.plot(sizes, spent, "o", color=BLUE, label="measured")
        axis.set_xlabel({"agents": "People", "steps": "Steps"}[name])
        axis.set_xlim(0)
        axis.set_ylim(0, spent.max() * 1.25)
        axis.legend(loc="upper left")
        print(f"linear in {name}: {slope:.4f} ms each, {start:.3f} ms at 0, R² {fit:.4f}")
    axes[0].set_ylabel("Processor time of a replicate (ms)")
    caption = (
        f"Search on NK landscapes (N = 64, K = 5) along a line, on this machine: {count} replicates "
        f"in one thread, the shortest of {ROUNDS} times. What is left at 0 is the landscape."
    )
    save(drawn, book.out / "linear.png", caption)


def shortest(book: Book, runs: list[dict[str, Any]], count: int) -> list[float]:
    """Milliseconds of processor time for a replicate of each run, turn by turn."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for run, own in zip(runs, times, strict=True):
            replicates = {"from": 0, "to": count}
            request = {"model": "search", "parameters": run, "seed": 1, "replicates": replicates}
            start = time.thread_time()
            book.player.library.call("explore.run", request)
            own.append((time.thread_time() - start) / count * 1000)
    return [min(own) for own in times]
