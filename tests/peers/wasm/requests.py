"""Requests of the size that a territory has, one a line: operation, then the request as JSON.

Everybody here is made up, and each draw comes from one seed. Efforts are in iterations, so that
both doors do the same work.
"""

import json
import random

draw = random.Random(2017)

ROLES = ["nurse", "hospital-physician", "patient", "family-carer", "home-care-worker", "researcher"]
people = [
    {"id": f"p{n}", "role": ROLES[n % 6], "organisation": f"o{n % 7}", "unit": f"u{n % 21}"}
    for n in range(180)
]
ties = [
    {"a": f"p{a}", "b": f"p{b}", "weight": draw.randint(1, 40)}
    for a in range(180)
    for b in range(a)
    if draw.random() < (0.5 if a % 21 == b % 21 else 0.1 if a % 7 == b % 7 else 0.01)
]


def network(nodes, each):
    """Directed ties from each node to others, each once."""
    others = lambda a: (b + (b >= a) for b in draw.sample(range(nodes - 1), each))
    edges = [[a, b, 0.1] for a in range(nodes) for b in others(a)]
    return {"nodes": nodes, "directed": True, "edges": edges}


criteria = [
    {"id": f"c{n}", "direction": "max", "scale": {"worst": 0, "best": 10}} for n in range(6)
]
alternatives = [
    {"id": f"a{n}", "values": {f"c{c}": round(draw.uniform(0, 10), 2) for c in range(6)}}
    for n in range(30)
]
ratings = [
    [min(5, max(1, round(level + draw.gauss(0, 0.8)))) for _ in range(12)]
    for level in (draw.uniform(1, 5) for _ in range(200))
]

REQUESTS = [
    ("gather.select", {"people": people, "ties": ties, "size": 20, "seed": 1,
                       "effort": {"iterations": 3_000_000}}),
    ("gather.rotate", {"people": people[:40], "ties": [tie for tie in ties if int(tie["a"][1:]) < 40],
                       "tables": {"count": 8}, "rounds": 5, "seed": 1,
                       "effort": {"iterations": 3_000_000}}),
    ("evaluate.rank", {"alternatives": alternatives, "criteria": criteria, "draws": 1_000_000, "seed": 1}),
    ("evaluate.agree", {"ratings": ratings, "scale": {"kind": "ordinal", "levels": [1, 2, 3, 4, 5]},
                        "bootstrap": {"replicates": 10_000, "seed": 1}}),
    ("spread.simulate", {"network": network(5000, 8), "seeds": list(range(10)),
                         "model": {"kind": "independentCascade"}, "replicates": 100_000, "seed": 1}),
    ("spread.seed", {"network": network(20_000, 6), "size": 10, "seed": 1,
                     "model": {"kind": "independentCascade"}}),
]  # fmt: skip

if __name__ == "__main__":
    for operation, request in REQUESTS:
        print(operation, json.dumps(request, separators=(",", ":")))
