#!/usr/bin/env python3
"""Prints every page by Chromium and looks at the cards on paper: each whole on one A4 page, in
its place, no word lost. Needs chromium and poppler's pdftotext.

Usage: paper.py pages-folder
"""

import glob
import html
import json
import os
import re
import subprocess
import sys
import tempfile

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
BROWSER = os.environ.get("CHROMIUM", "chromium")
A4 = (595.3, 841.9)
MM = 72 / 25.4


def words(pdf):
    """For each page its size, and its words with their boxes in points."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for page in re.split(r"<page ", text)[1:]:
        size = tuple(float(value) for value in re.findall(r'(?:width|height)="([\d.]+)"', page.split(">")[0]))
        found = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page)
        yield size, [(*map(float, one[:4]), html.unescape(one[4])) for one in found]


def judge(pdf, page, cards, large):
    faults = []
    pages = list(words(pdf))
    if any(abs(size[at] - A4[at]) > 1 for size, _ in pages for at in (0, 1)):
        faults.append(f"pages are not A4: {sorted({size for size, _ in pages})}")
    for size, own in pages:
        faults += [f"{word!r} leaves its page" for x, y, u, v, word in own
                   if x < -0.5 or y < -0.5 or u > size[0] + 0.5 or v > size[1] + 0.5]
    columns, width, height = (1, 210 * MM, 148.5 * MM) if large else (2, 105 * MM, 148.5 * MM)
    faces = re.findall(r'<div class="face">(.*?)</div>', page, re.S)
    ids = {card["id"] for card in cards}
    sheets = [(size, own) for size, own in pages if ids & {word for *_, word in own}
              and any(word in ids and (v - 0.5) % height > height * 0.9 for x, y, u, v, word in own)]
    per = 2 * columns
    if len(sheets) != -(-len(faces) // per):
        faults.append(f"{len(faces)} faces of cards on {len(sheets)} pages")
    for at, face in enumerate(faces):
        if at // per >= len(sheets):
            break
        place = at % per
        left, top = width * (place % columns), height * (place // columns)
        printed = [word for x, y, u, v, word in sheets[at // per][1]
                   if left <= (x + u) / 2 < left + width and top <= (y + v) / 2 < top + height]
        crossing = [word for x, y, u, v, word in sheets[at // per][1]
                    if (x < left < u - 0.5 or y < top < v - 0.5) and left and top]
        bare = lambda text: re.sub(r"\s|\u00ad|-", "", text)
        given = bare(html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<svg.*?</svg>", "", face, flags=re.S))))
        if sorted(given) != sorted(bare("".join(printed))):
            faults.append(f"face {at} is not printed whole: {len(given)} characters given, {len(bare(''.join(printed)))} printed")
        faults += [f"{word!r} crosses the edge of a card" for word in crossing]
    return faults


passed = failed = 0
for path in sorted(glob.glob(f"{sys.argv[1]}/*.html")):
    name = os.path.basename(path)[:-5]
    request = json.load(open(path[:-5] + ".json"))
    pdf = path[:-5] + ".pdf"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([BROWSER, *FLAGS, f"--user-data-dir={profile}", "--no-pdf-header-footer",
                        f"--print-to-pdf={pdf}", "file://" + os.path.abspath(path)], capture_output=True, timeout=300)
    faults = judge(pdf, open(path).read(), request["cards"], not name.startswith("standard"))
    print(f"{name}.pdf: " + ("FAILED\n  " + "\n  ".join(faults[:10]) if faults else "ok"))
    passed += not faults
    failed += bool(faults)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
