"""Plays requests through the C library: operation, seconds of the processor, digest of the answer."""

import hashlib
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "examples" / "python"))
from innovation import load

library = load(sys.argv[1])
for line in sys.stdin:
    operation, _, request = line.rstrip("\n").partition(" ")
    best = float("inf")
    for _ in range(5):
        begin = time.process_time()
        answer = library.call_text(operation, request)
        best = min(best, time.process_time() - begin)
    print(operation, best, hashlib.sha256(answer.encode()).hexdigest(), flush=True)
