#!/usr/bin/env python3
"""Writes a page of the whole built-in deck in every profile and language: no card may be cut.

Usage: deck.py libinnovation.so out-folder
"""

import json
import sys

import innovation

library, out = sys.argv[1:]
call = innovation.load(library).call
cards = call("equip.deck", {})["cards"]
for locale in ("en", "fr"):
    for profile in ("standard", "largePrint"):
        page = call("exchange.report", {"locale": locale, "profile": profile, "cards": cards})
        name = f"{out}/{profile}.deck.{locale}"
        open(f"{name}.html", "w").write(page["html"])
        json.dump({"cards": cards}, open(f"{name}.json", "w"))
