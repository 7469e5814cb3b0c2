"""The method of equal shares beside pabutools on one vote, number for number the same.

Usage: cargo bench --bench evaluate -- funding | funding.py

Reads lines `NAME SECONDS` and `NAME funded IDS`, draws the same vote and runs pabutools on it with
fractions of gmpy2, one thread. pabutools runs on its plain profile and on its profile of equal
ballots put together; the faster counts, building the profile not included. Prints both times, their
ratio and whether the funded projects are the same. Leaves with 1 where they differ.
"""

import sys
import time

import pabutools.fractions
from pabutools.election import (ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat,
                                Instance, Project)
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares

PROJECTS, BALLOTS, MOST_APPROVED, BUDGET = 65, 65_000, 8, 4_500_000
MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = z = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 32) * n >> 32


def vote():
    random = SplitMix(1)
    projects = [Project(f"p{at:02}", 1000 * (20 + random.below(280))) for at in range(PROJECTS)]
    instance = Instance(projects, budget_limit=BUDGET)
    profile = ApprovalProfile(instance=instance)
    for _ in range(BALLOTS):
        approved = set()
        for _ in range(random.below(MOST_APPROVED) + 1):
            approved.add(min(random.below(PROJECTS), random.below(PROJECTS)))
        profile.append(ApprovalBallot(projects[at] for at in approved))
    return instance, profile


def main():
    pabutools.fractions.FRACTION = "gmpy2"
    ours, funded = {}, {}
    for line in sys.stdin:
        words = line.split()
        if len(words) == 3 and words[1] == "funded":
            funded[words[0]] = words[2].split(",")
        elif len(words) == 2:
            ours[words[0]] = float(words[1])
    instance, profile = vote()
    profiles = {"plain": profile, "equal ballots together": profile.as_multiprofile()}
    cases = {
        "shares.cost": (method_of_equal_shares, Cost_Sat),
        "shares.cardinality": (method_of_equal_shares, Cardinality_Sat),
        "greedy.cost": (greedy_utilitarian_welfare, Cost_Sat),
    }
    print(f"{BALLOTS} ballots, {sum(map(len, profile))} marks; reading and writing JSON as well: "
          f"{ours['shares.cost.json']:.3f} s; raising shares: {ours['shares.addOne']:.3f} s")
    equal = True
    for name, (rule, utility) in cases.items():
        times = {}
        for kind, ballots in profiles.items():
            start = time.perf_counter()
            outcome = rule(instance, ballots, sat_class=utility)
            times[kind] = time.perf_counter() - start
            same = sorted(project.name for project in outcome) == funded[name]
            equal &= same
        kind, seconds = min(times.items(), key=lambda item: item[1])
        print(f"{name:<20} ours {ours[name]:.4f} s, pabutools {seconds:.2f} s ({kind}), "
              f"ratio {seconds / ours[name]:.0f}, {len(funded[name])} funded, "
              f"{'the same' if same else 'DIFFERENT'}", flush=True)
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
