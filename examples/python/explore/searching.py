"""People who search: rugged landscapes, networks, teams."""

from __future__ import annotations

from book import Book, table
from draw import BLUE, ORANGE, ordered


def levinthal(book: Book) -> None:
    plate = book.plate(
        "levinthal",
        "landscape",
        ["Small steps", "Small steps and long jumps"],
        "Rugged landscapes keep many forms; long jumps leave fewer",
    )
    shown = {0: 0, 1: 1, 5: 2, 9: 3}
    colours = ordered(len(shown))
    for jumps, axis in enumerate(plate.axes):
        rows = book.reference.rows("lev")
        for k, place in shown.items():
            run = {"interactions": k, "longJumps": bool(jumps)}
            (forms,) = plate.play([run], "forms")
            theirs = table(
                rows, "t=", lambda row: (row.number("forms"), row.number("se")), K=k, longjump=jumps
            )
            plate.course(axis, f"K = {k}", colours[place], forms, theirs)
    plate.finish(
        "After Levinthal (1997); N = 10, the others on which a part depends (K) drawn anew for "
        "each landscape.",
        x="Period",
        y="Different forms among 100 organisations",
        legend=1,
    )


def lazer_friedman(book: Book) -> None:
    plate = book.plate(
        "lazer-friedman",
        "search",
        ["Each part depends on its neighbours", "Each part depends on others drawn by lot"],
        "Dense networks lead early, sparse ones in the end",
    )
    networks = [
        ("line", 0.1, "line"),
        ("random", 0.05, "er.05"),
        ("random", 0.2, "er.2"),
        ("complete", 0.1, "full"),
    ]
    labels = ["line", "random, 5 % of ties", "random, 20 %", "everybody sees everybody"]
    for axis, scheme, name in zip(plate.axes, ("adjacent", "random"), ("lf0", "lf1"), strict=True):
        for (network, density, code), label, colour in zip(
            networks, labels, ordered(4), strict=True
        ):
            run = {"scheme": scheme, "network": network, "density": density, "score": True}
            rows = [row for row in book.reference.rows(name) if row.cells[4] == code]
            theirs = table(rows, "t=", lambda row: (row.number("mean"), row.number("se")))
            (score,) = plate.play([run], "score")
            plate.course(axis, label, colour, score, theirs)
        axis.set_xscale("symlog", linthresh=1, linscale=0.4)
        axis.set_xlim(0, 200)
        axis.set_xticks(
            [0, 1, 2, 5, 10, 20, 50, 100, 200], ["0", "1", "2", "5", "10", "20", "50", "100", "200"]
        )
        axis.minorticks_off()
    plate.axes[0].set_ylim(0, 1)
    plate.finish(
        "After Lazer and Friedman (2007); N = 20, K = 5, 100 people.",
        x="Step (log scale)",
        y="Score: 1 is the best there is",
        loc="upper left",
    )


def hong_page(book: Book) -> None:
    plate = book.plate(
        "hong-page",
        "diversity",
        [""],
        "On problems without structure a team drawn by lot beats the best",
        width=7.2,
    )
    (axis,) = plate.axes
    cases = [(12, 10), (12, 20), (20, 10)]
    played = book.play("diversity", [{"longestStep": step, "team": team} for step, team in cases])
    rows = book.reference.rows("hp")
    for shift, name, colour, place in ((-0.1, "best", ORANGE, 4), (0.1, "random", BLUE, 6)):
        label = {"best": "the best one by one", "random": "drawn by lot"}[name]
        for at, (case, outcomes) in enumerate(zip(cases, played, strict=True)):
            ours = outcomes[name]
            axis.errorbar(
                at + shift,
                ours.mean,
                yerr=2 * ours.error,
                fmt="s",
                color=colour,
                markersize=6,
                label="" if at else label,
            )
            their_place = at + 2 * shift
            theirs = {
                their_place: (row.number(name), float(row.cells[place].removeprefix("se=")))
                for row in rows
                if (row.number("l="), row.number("N=")) == case
            }
            own = {their_place: (ours.mean, ours.error)}
            plate.compare(axis, colour, theirs, own)
    axis.set_xticks(
        range(len(cases)), [f"steps up to {step},\nteams of {team}" for step, team in cases]
    )
    axis.set_xlim(-0.5, 2.5)
    plate.finish(
        "After Hong and Page (2004). On smooth problems the lead shrinks and turns (Grim et al., "
        "2019).",
        y="Value that the team finds (0 to 100)",
        ours="Squares: this library, with bars of two standard errors",
        loc="upper left",
    )
