"""How figures look: lines are ours, points are those we compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import fill

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

#: Okabe and Ito: told apart with any colour vision.
BLUE, ORANGE, GREEN, PURPLE, GREY = "#0072B2", "#D55E00", "#009E73", "#AA4499", "#666666"
COLOURS = [BLUE, ORANGE, GREEN, PURPLE]
#: A mean and its standard error.
Estimate = tuple[float, float]
Colour = str | tuple[float, float, float, float]

plt.rcParams.update(
    {
        "font.size": 10,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": GREY,
        "axes.titlesize": 10,
        "axes.titlelocation": "left",
        "axes.grid": True,
        "grid.color": "#e6e6e6",
        "grid.linewidth": 0.8,
        "xtick.color": GREY,
        "ytick.color": GREY,
        "xtick.labelcolor": "black",
        "ytick.labelcolor": "black",
        "legend.frameon": False,
        "figure.dpi": 150,
    }
)


def ordered(count: int) -> list[Colour]:
    """Colours for things that have an order, light to dark, also in grey."""
    shades = plt.get_cmap("cividis")
    return [shades(0.85 - 0.85 * place / max(1, count - 1)) for place in range(count)]


def panels(
    titles: Sequence[str], title: str, width: float = 4.6, share: bool = True
) -> tuple[Figure, list[Axes]]:
    """A figure of panels side by side that share their vertical axis, unless told."""
    size = (max(width * len(titles), 6.4), 4.6)
    figure, axes = plt.subplots(1, len(titles), figsize=size, sharey=share, squeeze=False)
    figure.text(0.02, 0.975, title, ha="left", va="top", fontsize=12, fontweight="bold")
    for axis, text in zip(axes[0], titles, strict=True):
        axis.set_title(text, color=GREY)
    return figure, list(axes[0])


def line(
    axis: Axes, x: Sequence[float], values: Sequence[Estimate], label: str, colour: Colour
) -> None:
    """Our means, with a band of two standard errors."""
    axis.plot(x, [mean for mean, _ in values], color=colour, label=label, linewidth=1.8)
    low = [mean - 2 * error for mean, error in values]
    high = [mean + 2 * error for mean, error in values]
    axis.fill_between(x, low, high, color=colour, alpha=0.18, linewidth=0)


def points(axis: Axes, values: Mapping[float, Estimate], colour: Colour) -> None:
    """Values to compare with, and two standard errors either side."""
    axis.errorbar(
        list(values),
        [mean for mean, _ in values.values()],
        yerr=[2 * error for _, error in values.values()],
        fmt="o",
        markersize=4.5,
        markerfacecolor="white",
        markeredgecolor=colour,
        markeredgewidth=1.2,
        ecolor=colour,
        elinewidth=1,
        capsize=2,
        zorder=4,
    )


def save(figure: Figure, file: Path, caption: str) -> None:
    """Writes a figure with its caption below."""
    width = figure.get_size_inches()[0]
    text = fill(caption, int(width * 15.5))
    lines = text.count("\n") + 1
    low = (lines * 0.165 + 0.16) / figure.get_size_inches()[1]
    figure.text(
        0.02, 0.02, text, ha="left", va="bottom", fontsize=8, color="#444444", linespacing=1.35
    )
    figure.tight_layout(rect=(0.005, low, 0.995, 0.94))
    figure.savefig(file)
    plt.close(figure)
