"""A made-up space, lived through the operations of the library: every answer in it is real.

`report(call)` gives a request of exchange.report without locale and profile.
"""

from random import Random

ROLES = ["nurse", "patient", "family-carer", "hospital-physician", "ward-manager", "pharmacist",
         "service-designer", "researcher", "social-worker", "citizen"]
PLACES = [("University hospital", ["Emergency", "Geriatrics", "Pharmacy"]),
          ("Home care", ["North", "South"]), ("City", ["Social services"]),
          ("Patients’ association", ["Board"])]
IDEAS = {"coming-home-call": ("A call on the second day at home", "Un appel au deuxième jour à la maison"),
         "shared-notebook": ("One notebook for all who come", "Un carnet commun à tous ceux qui passent"),
         "evening-visit": ("A visit on the first evening", "Une visite le premier soir")}


def both(english, french):
    return {"en": english, "fr": french}


def people():
    random = Random(7)
    everyone = []
    for number in range(56):
        place, units = PLACES[number % 4 if number % 3 else 0]
        everyone.append({"id": f"p{number:02}", "role": ROLES[(number * 7) % len(ROLES)],
                         "organisation": place, "unit": random.choice(units)})
    pairs = set()
    ties = []
    while len(ties) < 150:
        a, b = random.sample(everyone, 2)
        same = a["organisation"] == b["organisation"]
        pair = tuple(sorted((a["id"], b["id"])))
        if pair in pairs or random.random() > (0.9 if same else 0.07):
            continue
        pairs.add(pair)
        ties.append({"a": pair[0], "b": pair[1], "weight": random.randint(1, 9)})
    return everyone, ties


def assessments(chosen, rubric, levels):
    random = Random(11)
    leaning = {"patient": 1, "family-carer": 1, "ward-manager": -1, "pharmacist": 0}
    made = []
    for idea, base in zip(IDEAS, (2.4, 1.9, 1.4)):
        for person in chosen:
            answers = {}
            for item, ids in levels.items():
                lean = leaning.get(person["role"], 0) * (0.7 if "patient" in item else 0.3)
                level = round(base + lean + random.uniform(-1.1, 1.1))
                answers[item] = ids[max(0, min(len(ids) - 1, level))]
            made.append({"rubric": rubric["id"], "version": rubric["version"], "subject": idea,
                         "assessor": person["id"], "role": person["role"], "at": "2026-10-02",
                         "answers": answers})
    return made


def scores(call, chosen, name):
    rubric = next(r for r in call("evaluate.rubrics", {"ids": [name]})["rubrics"] if r["id"] == name)
    items = [item for group in rubric["groups"] for item in group["items"]]
    levels = {item["id"]: [level["id"] for level in item.get("levels") or rubric["levels"]] for item in items}
    if name == "nhs-sustainability":
        levels = {item: ids for item, ids in levels.items()}
    answer = call("evaluate.score", {"rubric": name, "assessments": assessments(chosen, rubric, levels),
                                     "by": ["role"]})
    return {"rubric": name, "answer": answer}


def ranking(call):
    values = [dict(zip(("benefit", "effort", "cost"), row)) for row in
              (([2, 4], 2, 14000), (3, [2, 4], 22000), ([1, 3], 4, 9000))]
    return call("evaluate.rank", {
        "alternatives": [{"id": idea, "values": value} for idea, value in zip(IDEAS, values)],
        "criteria": [{"id": "benefit", "direction": "max", "scale": {"worst": 0, "best": 4}},
                     {"id": "effort", "direction": "min", "scale": {"worst": 5, "best": 1}},
                     {"id": "cost", "direction": "min", "scale": {"worst": 30000, "best": 0}}],
        "perRole": [{"role": "patient", "share": 2, "weights": {"order": [["benefit"], ["effort", "cost"]]}},
                    {"role": "nurse", "weights": {"order": [["effort"], ["benefit"], ["cost"]]}},
                    {"role": "ward-manager", "weights": {"order": [["cost"], ["effort", "benefit"]]}}],
        "seed": 3})


def chart(call):
    values = [14, 16, 13, 17, 15, 18, 14, 16, 15, 17, 16, 14, 11, 10, 12, 9, 8, 11, 9, 10, 8, 7, 9, 8]
    answer = call("evaluate.chart", {
        "kind": "run", "values": values, "improvement": "down", "target": 9,
        "rebases": [{"at": 12, "reason": "the call on the second day begins"}],
        "labels": [f"S{week}" for week in range(1, 25)]})
    return {"title": both("Returns to emergency within a week of going home",
                          "Retours aux urgences dans la semaine du retour"),
            "labels": [f"S{week}" for week in range(1, 25)], "answer": answer}


def spread(call):
    starts = ["2025-10-05", "2025-11-12", "2026-01-20", "2026-02-03", "2026-02-25", "2026-03-14",
              "2026-04-02", "2026-04-20", "2026-06-11", "2026-07-01"]
    sites = [{"id": f"s{at}", "name": f"Site {at + 1}", "stage": "adopted", "since": since,
              "history": [{"at": since, "stage": "adopted"}]} for at, since in enumerate(starts)]
    sites[3] |= {"stage": "discontinued", "history": sites[3]["history"]
                 + [{"at": "2026-07-20", "stage": "discontinued", "reason": "no time"}]}
    sites[3].pop("since")
    register = call("spread.register", {
        "innovation": {"id": "coming-home-call", "title": "call", "core": [{"id": "second-day", "title": "second day"}],
                       "adaptable": []},
        "sites": sites, "adaptations": [], "at": "2026-11-01"})
    fit = call("spread.fit", {"series": [1, 2, 4, 7, 11, 14, 13, 9, 6, 3], "horizon": 6})
    nodes = [f"n{at}" for at in range(24)]
    edges = [[nodes[at], nodes[(at * 5 + step) % 24]] for at in range(24) for step in (1, 7) if nodes[at] != nodes[(at * 5 + step) % 24]]
    simulation = call("spread.simulate", {
        "network": {"nodes": nodes, "edges": edges, "directed": True},
        "model": {"kind": "independentCascade", "p": 0.45}, "seeds": ["n0", "n5"], "replicates": 400, "seed": 5})
    return {"register": register, "fit": fit, "simulation": simulation}


PRESSURES = {"targets": both("The budget of the ward", "Le budget du service"),
             "deference": both("One does not contradict a consultant", "On ne contredit pas un médecin chef"),
             "rounds": both("Rounds and bleeps at all hours", "Les visites et les bips à toute heure"),
             "blame": both("Whoever fails is blamed", "Qui échoue est blâmé")}
MEASURES = {"fridays": both("Friday mornings are free for the space", "Les vendredis matin sont libres pour l’espace"),
            "first-names": both("First names, no titles", "Les prénoms, sans titres"),
            "cover": both("Somebody covers the ward", "Quelqu’un remplace dans le service"),
            "no-blame": both("A trial may fail, and the director answers for it", "Un essai peut échouer, la direction en répond"),
            "bridge": both("Two meetings a month with the field", "Deux rencontres par mois avec le terrain")}


def coverage(call, chosen):
    return call("protect.cover", {
        "at": "2026-11-23T09:00:00Z", "people": chosen, "modes": ["reflective"],
        "pressures": [
            {"id": "targets", "kind": "pressure", "source": "ward", "strength": 5},
            {"id": "deference", "kind": "norm", "source": "ward", "strength": 4, "bearsOn": ["care"]},
            {"id": "rounds", "kind": "routine", "source": "ward", "strength": 3, "bearsOn": ["nurse", "hospital-physician"]},
            {"id": "blame", "kind": "norm", "source": "house", "strength": 4}],
        "measures": [
            {"id": "fridays", "work": "boundary", "boundary": "temporal", "answers": ["targets", "rounds"], "relief": 3, "grantedBy": "hospital"},
            {"id": "first-names", "work": "distancing", "answers": ["deference"], "relief": 3, "grantedBy": "hospital"},
            {"id": "cover", "work": "boundary", "boundary": "social", "answers": ["rounds"], "relief": 2, "grantedBy": "city"},
            {"id": "no-blame", "work": "boundary", "boundary": "symbolic", "answers": ["blame"], "relief": 4, "until": "2026-11-01", "grantedBy": "hospital"},
            {"id": "bridge", "work": "anchoring", "answers": ["targets"], "relief": 1, "from": "2027-01-01", "grantedBy": "hospital"}],
        "charter": {"format": "innovation/charter@1", "version": 1, "parties": ["hospital", "city"],
                    "reviewBy": "2027-02-01", "safeguards": ["consent"],
                    "clauses": [{"id": "purpose", "text": "Safe homecomings."}],
                    "signatures": [{"party": "hospital", "by": "p01", "version": 1, "at": "2026-09-01"}],
                    "suspendedNorms": [], "tensions": {"pushPull": 0.5}}})


def findings(call, vectors):
    import json
    request = json.load(open(f"{vectors}/space.diagnose.troubled.json"))["request"]
    return call("space.diagnose", request)


def report(call, vectors):
    everyone, ties = people()
    selection = call("gather.select", {"people": everyone, "ties": ties, "size": 20, "seed": 1,
                                       "effort": {"iterations": 2000}})
    chosen = [person for person in everyone if person["id"] in selection["chosen"]]
    ids = {person["id"] for person in chosen}
    inside = [tie for tie in ties if tie["a"] in ids and tie["b"] in ids]
    rotation = call("gather.rotate", {"people": chosen, "ties": inside, "tables": {"count": 4}, "rounds": 3, "seed": 1,
                                      "effort": {"iterations": 2000}})
    plan_request = {
        "goal": ["concept", "test-plan"], "have": ["case-and-scope"],
        "sessions": [{"start": "09:00", "minutes": 250, "fixed": [{"at": 105, "minutes": 20, "title": both("Coffee", "Café")}]},
                     {"start": "10:30", "minutes": 265, "fixed": [{"at": 90, "minutes": 45, "title": both("Lunch", "Déjeuner")}]}],
        "group": {"size": 20}, "seed": 1, "effort": {"iterations": 20000}}
    programme = call("equip.plan", plan_request)
    used = {item.get("card") for item in programme["items"]}
    cards = [card for card in call("equip.deck", {})["cards"] if card["id"] in used]
    raters = [dict(person, role=["patient", "family-carer", "nurse", "ward-manager"][at % 4]) for at, person in enumerate(chosen)]
    names = {idea: both(*titles) for idea, titles in IDEAS.items()} | PRESSURES | MEASURES
    return {
        "title": both("Coming home, and staying there", "Rentrer chez soi, et y rester"),
        "note": both("A creative space of four organisations, autumn 2026", "Un espace créatif de quatre organisations, automne 2026"),
        "synthetic": True, "names": names, "people": everyone, "ties": ties,
        "chosen": selection["chosen"],
        "reasons": [{"person": selection["chosen"][0], "text": [both("Brings three units together that have no tie.", "Réunit trois unités sans lien.")]}],
        "rounds": [{"tables": one["tables"], "sittingOut": one["sittingOut"]} for one in rotation["rounds"]],
        "programme": programme, "cards": cards,
        "scores": [scores(call, raters, "value-for-whom"), scores(call, raters, "nhs-sustainability")],
        "ranking": ranking(call), "charts": [chart(call)], **spread(call),
        "coverage": coverage(call, chosen), "findings": findings(call, vectors),
        "generatedAt": "2026-11-23T09:00:00Z", "seed": 1}
