"""The planner beside CP-SAT: the same model, written once more from the documents alone.

Usage: cp_sat.py libinnovation.so [SECONDS]

First random requests of one or two sessions with few cards: both must find programmes worth the
same, or none. Then one session of a day with many cards: median milliseconds of both and their
ratio, how many programmes each proves best, how many requests the planner leaves open, and how many
of its programmes are worth less than those of CP-SAT, which has SECONDS (60) for each. No value may
lie above a bound of the other. The planner's time is that of the call through the C library, with
the reading and writing of JSON; CP-SAT's is that of its solver, without the building of its model.
Prints what failed, with its request, and how much passed.
"""

import json
import math
import os
import random
import statistics
import sys
import time
from importlib.metadata import version

sys.path.append(os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../python"))
from ortools.sat.python import cp_model  # noqa: E402
from vectors import Library  # noqa: E402

SEED = 1
SMALL = 300
TABLES = ((60, 10), (100, 12))
INSTANCES = 10
SECONDS = 60
PHASES = ["frame", "understand", "imagine", "prototype", "evaluate", "perpetuate", "spread"]
DEGREES = ["low", "medium", "high"]
OUTCOMES = ["trust", "insights", "question", "ideas", "concept", "plan", "decision", "story"]
# Where the planner neither finds a programme nor proves that there is none.
OPEN = "equip.undecided"
# Answers by which the planner says that there is no programme.
NONE = ("equip.infeasible", "equip.unreachable-goal")


def shortest(card):
    return card["minutes"]["run"]["min"] + card["minutes"].get("debrief", 0)


def participation(card):
    """0 to 30, by the share of the minutes in which not all work together."""
    total = sum(stage["minutes"] for stage in card["stages"])
    apart = sum(stage["minutes"] for stage in card["stages"] if stage["grouping"] != "whole")
    return apart * 100 // total * 30 // 100 if total else 0


def raises(card):
    return "trust" in card["yields"] or card["safetyDemand"] == "medium"


def gaps(session):
    """Start and end of what is free between the fixed blocks."""
    free, found = 0, []
    for block in sorted(session["fixed"], key=lambda block: block["at"]):
        found.append((free, block["at"]))
        free = block["at"] + block["minutes"]
    return [(start, end) for start, end in [*found, (free, session["minutes"])] if start < end]


def usable(request):
    """The cards that fit the request by themselves and whose needs others can bring."""
    limits, size = request["limits"], request["group"]["size"]
    room = max((end - start for session in request["sessions"] for start, end in gaps(session)), default=0)

    def fits(card):
        stay = room if card["kind"] == "break" else min(room, limits["maxWithoutBreak"])
        return (
            card["id"] not in request["wishes"]["exclude"]
            and card["group"]["min"] <= size <= card["group"].get("max", size)
            and card["difficulty"]["facilitator"] <= limits["facilitator"]
            and DEGREES.index(card["patientBurden"]) <= limits["patientBurden"]
            and shortest(card) <= stay
        )

    waiting, hand, found = [card for card in request["cards"] if fits(card)], set(request["have"]), []
    while ready := [card for card in waiting if hand.issuperset(card["needs"])]:
        found += ready
        waiting = [card for card in waiting if card not in ready]
        hand.update(*(card["yields"] for card in ready))
    return found


class Programme:
    """Positions of a session one after the other; each holds a card, or nothing to its end."""

    def __init__(self, request):
        self.model, self.request, self.limits = cp_model.CpModel(), request, request["limits"]
        there = usable(request)
        self.cards = [card for card in there if card["kind"] != "break"]
        self.rest = min((shortest(card) for card in there if card["kind"] == "break"), default=None)
        self.chosen = [self.flag() for _ in self.cards]
        # By position, over all sessions: whether each card stands there.
        self.places = []
        for session in request["sessions"]:
            self.session(session)
        for number, chosen in enumerate(self.chosen):
            self.model.add(sum(place[number] for place in self.places) == chosen)
        self.order()
        for card in request["wishes"]["include"]:
            self.model.add(sum(self.having(lambda other, card=card: other["id"] == card)) == 1)
        self.value()

    def flag(self):
        return self.model.new_bool_var("")

    def having(self, test, flags=None):
        return [flag for flag, card in zip(flags or self.chosen, self.cards) if test(card)]

    def weighed(self, weight, flags):
        return sum(int(weight(card)) * flag for flag, card in zip(flags, self.cards))

    def session(self, session):
        """Time, stretches, lively runs, burden, and what stands first and last."""
        model, limits, pause, free = self.model, self.limits, self.limits["transition"], gaps(session)
        if not free:
            return
        count, left = 0, sum(end - start + pause for start, end in free)
        for minutes in sorted(map(shortest, self.cards)):
            left -= minutes + pause
            count += left >= 0
        count = min(count, limits.get("cards", count))
        places = [[self.flag() for _ in self.cards] for _ in range(count)]
        self.places += places
        used = [sum(place) for place in places]
        kind = [{k: sum(self.having(lambda card: card["kind"] == k, place)) for k in ("opening", "closing")} for place in places]
        lively = [sum(self.having(lambda card: card["energy"] == 3, place)) for place in places]
        starts = [model.new_int_var(0, session["minutes"], "") for _ in places]
        tired = [model.new_int_var(0, limits["maxWithoutBreak"], "") for _ in places]
        inside = [[self.flag() for _ in free] for _ in places]
        breaks = [self.flag() for _ in places]
        blocks = [self.flag() for _ in places]
        minutes = [self.weighed(shortest, place) for place in places]
        for at in range(count):
            is_used = self.flag()
            model.add(used[at] == is_used)
            model.add_exactly_one(inside[at])
            for (start, end), here in zip(free, inside[at]):
                model.add(starts[at] >= start).only_enforce_if(here, is_used)
                model.add(starts[at] + minutes[at] <= end).only_enforce_if(here, is_used)
            model.add(tired[at] >= minutes[at])
            if at == 0:
                continue
            model.add(used[at] <= used[at - 1] - kind[at - 1]["closing"])
            model.add(kind[at]["opening"] == 0)
            # A block lies before the position where its gap comes after that of the last.
            gap = [sum(number * here for number, here in enumerate(inside[p])) for p in (at - 1, at)]
            model.add(gap[0] == gap[1]).only_enforce_if(~blocks[at])
            model.add(gap[0] < gap[1]).only_enforce_if(blocks[at])
            model.add(breaks[at] <= 1 - blocks[at] if self.rest is not None else breaks[at] == 0)
            lost = ((self.rest or 0) + pause) * breaks[at] + pause * (1 - blocks[at])
            model.add(starts[at] >= starts[at - 1] + minutes[at - 1] + lost).only_enforce_if(is_used)
            model.add(tired[at] >= tired[at - 1] + pause + minutes[at]).only_enforce_if(is_used, ~breaks[at], ~blocks[at])
        run = limits["energyRun"]
        for at in range(count - run):
            after = range(at + 1, at + run + 1)
            model.add(sum(lively[at : at + run + 1]) <= run + sum(breaks[p] + blocks[p] for p in after))
        burden = (self.weighed(lambda card: DEGREES.index(card["patientBurden"]), place) for place in places)
        model.add(sum(burden) <= limits["patientBurden"])
        if session["framed"]:
            model.add(sum(one["closing"] for one in kind) == 1)
            model.add((kind[0]["opening"] if kind else 0) == 1)

    def order(self):
        """What comes before a position meets the needs and the demand of its card."""
        before = {name: 0 for card in self.cards for name in card["needs"] if name not in self.request["have"]}
        safety, raised = DEGREES.index(self.limits["safety"]), 0
        for place in self.places:
            for name, brought in before.items():
                needing = self.having(lambda card: name in card["needs"], place)
                self.model.add(sum(needing) <= brought)
                hand = self.flag()
                self.model.add(hand <= brought + sum(self.having(lambda card: name in card["yields"], place)))
                before[name] = hand
            # One card at most stands here, so that the sum is what this card asks beyond the start.
            asked = self.weighed(lambda card: max(DEGREES.index(card["safetyDemand"]) - safety, 0), place)
            self.model.add(asked <= raised)
            raised += self.weighed(raises, place)

    def value(self):
        """The points of `ValueParts`."""
        request, have = self.request, set(self.request["have"])
        goal = set(request["goal"]) - have
        relevant, before = set(goal), None
        while relevant != before:
            before = set(relevant)
            relevant.update(*(set(card["needs"]) - have for card in self.cards if before & set(card["yields"])))
        for name in goal:
            self.model.add(sum(self.having(lambda card: name in card["yields"])) >= 1)
        points = [self.weighed(lambda card: 10 * len(relevant & set(card["yields"])) + participation(card), self.chosen)]
        once = [(100 if name in goal else 40, lambda card, name=name: name in card["yields"]) for name in sorted(relevant)]
        once += [(30, lambda card, phase=phase: card["phases"][:1] == [phase]) for phase in PHASES]
        for worth, test in once:
            there = self.flag()
            self.model.add(there <= sum(self.having(test)))
            points.append(worth * there)
        minutes = sum(end - start for session in request["sessions"] for start, end in gaps(session))
        for phase, share in request["wishes"]["phaseShare"].items():
            counted = self.model.new_int_var(0, minutes * share // 100, "")
            self.model.add(counted <= self.weighed(lambda card: shortest(card) * (card["phases"][:1] == [phase]), self.chosen))
            points.append(counted)
        self.model.maximize(sum(points))

    def solve(self, seconds):
        """The value of the best programme found, or None, its bound, whether proved, milliseconds."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 2
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(self.model)
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        value = round(solver.objective_value) if found else None
        bound = round(solver.best_objective_bound) if status != cp_model.INFEASIBLE else None
        proved = status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        return value, bound, proved, 1000 * solver.wall_time


def planned(library, request):
    """The same of the planner, and the code of its answer."""
    text = json.dumps(request).encode()
    started = time.perf_counter()
    status, answer, _ = library.call(b"equip.plan", text)
    spent, code = 1000 * (time.perf_counter() - started), library.code(status)
    if answer is None:
        return None, None if code in NONE else math.inf, code in NONE, spent, code
    plan = json.loads(answer)
    return plan["value"], plan["bound"], plan["proved"], spent, code


def agree(ours, theirs):
    """Two proofs are of one value; no value lies above a bound, and none where there is none."""
    if ours[2] and theirs[2]:
        return ours[0] == theirs[0]
    pairs = ((ours[0], theirs[1]), (theirs[0], ours[1]))
    return all(value is None or bound is not None and value <= bound for value, bound in pairs)


def card(draw, at, kind, outcomes, times, degrees):
    """A card with its texts left short."""
    needs = [draw.choice(outcomes)] if kind == "method" and draw.random() < 0.5 else []
    yields = draw.sample(outcomes, draw.randint(1, 2)) if kind != "break" else []
    shares = zip(("whole", "small"), (draw.randint(1, 20), draw.randint(0, 20)))
    least = draw.randint(*times)
    return {
        "id": f"c{at}", "kind": kind, "title": "card", "group": {"min": draw.choice((2, 2, 2, 2, 2, 9))},
        "minutes": {"run": {"min": least, "max": least + 20}, "debrief": draw.choice((0, 0, 3))},
        "phases": [draw.choice(PHASES)] if draw.random() < 0.8 else [],
        "stages": [{"title": "s", "minutes": m, "grouping": g, "instruction": "i"} for g, m in shares if m],
        "needs": [name for name in needs if name not in yields], "yields": yields,
        "energy": draw.randint(1, 3), "difficulty": {"facilitator": draw.choice((1, 2, 3, 3, 5)), "participant": 2},
        "patientBurden": draw.choice(degrees) if kind != "break" else "low",
        "safetyDemand": draw.choice(degrees) if kind != "break" else "low",
    }


def small(draw):
    """One or two sessions, up to twelve cards, each limit tight now and then."""
    outcomes = OUTCOMES[: draw.randint(3, 5)]
    kinds = draw.choices(("opening", "closing", "break", "method"), (2, 2, 1, 5), k=draw.randint(6, 12))
    cards = [card(draw, at, kind, outcomes, (4, 24), ("low", *DEGREES)) for at, kind in enumerate(kinds)]
    known = sorted({name for one in cards for name in one["needs"] + one["yields"]})
    sessions = [{"start": "09:00", "minutes": draw.randint(60, 180), "fixed": [], "framed": draw.random() < 0.3}
                for _ in range(draw.randint(1, 2))]
    for session in sessions:
        if draw.random() < 0.4:
            at = draw.randint(0, 30)
            session["fixed"] = [{"at": at, "minutes": draw.randint(1, 10), "title": "Lunch"}]
    include, exclude = (draw.choice([one["id"] for one in cards if one["kind"] != "break"] or [None]) for _ in range(2))
    limits = {
        "facilitator": draw.choice((4, 5)), "energyRun": draw.randint(1, 2), "maxWithoutBreak": draw.randint(20, 60),
        "safety": draw.choice(DEGREES), "patientBurden": draw.randint(1, 6), "transition": draw.randint(0, 5),
    }
    if draw.random() < 0.3:
        limits["cards"] = draw.randint(2, 5)
    wishes = {"include": [include] if include and draw.random() < 0.2 else [], "exclude": [], "phaseShare": {}}
    if exclude and exclude not in wishes["include"] and draw.random() < 0.2:
        wishes["exclude"] = [exclude]
    for phase in draw.sample(PHASES, draw.randint(0, 2)):
        wishes["phaseShare"][phase] = draw.randint(0, 50)
    return {
        "goal": draw.sample(known, min(len(known), draw.choice((0, 1, 1, 2)))),
        "have": [draw.choice(known)] if known and draw.random() < 0.4 else [],
        "sessions": sessions, "group": {"size": 6}, "cards": cards, "limits": limits, "wishes": wishes,
    }


def day(draw, count, slots):
    """One session of a day with a lunch; a way to a decision through cards that need each other."""
    kinds = ["opening" if at % 10 == 0 else "closing" if at % 10 == 1 else "method" for at in range(count)]
    kinds[2] = "break"
    cards = [card(draw, at, kind, OUTCOMES, (15, 70) if kind == "method" else (10, 20), DEGREES) for at, kind in enumerate(kinds)]
    for one in cards:
        one["safetyDemand"] = draw.choice(DEGREES[:2])
        later = draw.randint(1, len(OUTCOMES) - 1)
        if one["kind"] == "method" and draw.random() < 0.7:
            one["needs"], one["yields"] = [OUTCOMES[draw.randrange(later)]], [OUTCOMES[later]]
        elif one["kind"] != "break":
            one["needs"], one["yields"] = [], ["trust"] if one["kind"] == "opening" else [OUTCOMES[draw.randint(1, 2)]]
        one["group"]["min"], one["difficulty"]["facilitator"] = 2, 2
    fixed = [{"at": 180, "minutes": 60, "title": "Lunch"}]
    return {
        "goal": ["decision"], "have": [], "group": {"size": 12}, "cards": cards,
        "sessions": [{"start": "09:00", "minutes": 480, "fixed": fixed, "framed": True}],
        "limits": {"facilitator": 5, "energyRun": 2, "maxWithoutBreak": 90, "safety": "low", "patientBurden": 6,
                   "transition": 5, "cards": slots},
        "wishes": {"include": [], "exclude": [], "phaseShare": {}},
    }


def compare(library, request, seconds):
    """Both on one request; what they found, and whether it agrees."""
    ours, theirs = planned(library, request), Programme(request).solve(seconds)
    fine = ours[4] in ("ok", OPEN, *NONE) and agree(ours, theirs)
    if not fine:
        print(f"FAIL\n  equip.plan {ours}\n  CP-SAT     {theirs}\n  {json.dumps(request)}", flush=True)
    return ours, theirs, fine


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: cp_sat.py libinnovation.so [SECONDS]")
    seconds = float(sys.argv[2]) if len(sys.argv) == 3 else SECONDS
    library, draw = Library(sys.argv[1]), random.Random(SEED)
    print(f"CP-SAT of OR-Tools {version('ortools')}, 2 workers, {seconds:g} s at most")
    runs = [compare(library, small(draw), seconds) for _ in range(SMALL)]
    fine = [run[2] for run in runs]
    none = sum(run[0][0] is None for run in runs)
    proofs = [sum(run[side][2] for run in runs) for side in (0, 1)]
    print(f"{SMALL} small requests, {none} of them without a programme: proved {proofs[0]} and {proofs[1]}", flush=True)
    print(f"{'programme':<24}{'plan ms':>10}{'CP-SAT ms':>12}{'ratio':>8}{'proved':>9}{'by CP-SAT':>11}{'open':>6}{'worse':>7}")
    for count, slots in TABLES:
        runs = [compare(library, day(draw, count, slots), seconds) for _ in range(INSTANCES)]
        fine += [run[2] for run in runs]
        times = [statistics.median(run[side][3] for run in runs) for side in (0, 1)]
        proofs = [f"{sum(run[side][2] for run in runs)}/{INSTANCES}" for side in (0, 1)]
        unknown = sum(run[0][4] == OPEN for run in runs)
        worse = sum(run[0][0] is not None and run[1][0] is not None and run[0][0] < run[1][0] for run in runs)
        print(f"{f'{count} cards, {slots} slots':<24}{times[0]:>10.1f}{times[1]:>12.1f}{times[1] / times[0]:>8.1f}"
              f"{proofs[0]:>9}{proofs[1]:>11}{unknown:>6}{worse:>7}", flush=True)
    print(f"{sum(fine)} passed, {len(fine) - sum(fine)} failed")
    sys.exit(0 if all(fine) else 1)


if __name__ == "__main__":
    main()
