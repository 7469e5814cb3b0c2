"""A bar that shows how far a call is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import isnan

from .library import Progress


@contextmanager
def progress_bar(title: str = "") -> Iterator[Progress]:
    """A bar of tqdm, in a terminal or a notebook, for as long as a call runs.

        with progress_bar("seating") as progress:
            gather.rotate(request, progress=progress)

    Raises:
        ImportError: tqdm is not installed.
    """
    from tqdm.auto import tqdm

    with tqdm(desc=title, unit=" steps") as bar:

        def tell(done: int, total: int, best: float) -> None:
            bar.total = total or None
            if not isnan(best):
                bar.set_postfix(best=f"{best:g}", refresh=False)
            bar.update(done - bar.n)

        yield tell
