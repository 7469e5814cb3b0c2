#!/usr/bin/env python3
"""Writes the sample in every profile and language.

Usage: pages.py libinnovation.so vectors-folder out-folder
"""

import json
import sys
import time

import innovation
from sample import report

library, vectors, out = sys.argv[1:]
call = innovation.load(library).call
request = report(call, vectors)
passed = failed = 0
for locale in ("en", "fr"):
    for profile in ("standard", "largePrint", "easyRead"):
        whole = request | {"locale": locale, "profile": profile}
        json.dump(whole, open(f"{out}/{profile}.{locale}.json", "w"))
        start = time.monotonic()
        answer = call("exchange.report", whole)
        seconds = time.monotonic() - start
        again = call("exchange.report", whole)
        open(f"{out}/{profile}.{locale}.html", "w").write(answer["html"])
        good = seconds <= 1 and answer["bytes"] <= 1_000_000 and again == answer
        print(f"{profile} {locale}: {answer['bytes']:,} bytes in {seconds:.3f} s", "ok" if good else "FAILED")
        passed += good
        failed += not good
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
