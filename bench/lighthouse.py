"""What Lighthouse says of every kind of page, on a phone and a desk.

`python -m bench.lighthouse SITE` serves the site as GitHub Pages does, gzipped, asks once each, twice
more where a score is below 95, prints the medians, and ends with 1 where one stays below. Wants node and npm.
"""

import json
import os
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from bench.browsing import CHROMIUM
from bench.line import Zipped
from tests.kinds import PAGES

VERSION, KEPT = "12.8.2", Path(".cache/lighthouse")
LEAST, RUNS = 95, 3
SCREENS: dict[str, list[str]] = {"phone": [], "desk": ["--preset=desktop"]}
ASPECTS = ("performance", "accessibility", "best-practices", "seo")
SHOWN = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift")
Run = dict[str, dict[str, float]]
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def main(site: Path) -> int:
    program, low = _installed(), False
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/"
    print(f"| page | {' | '.join(ASPECTS)} | FCP s | LCP s | CLS |\n|---|{'---:|' * 7}")
    for name, path in PAGES.items():
        for screen, more in SCREENS.items():
            runs = _runs(partial(_run, program, home + path, more))
            scores = [statistics.median(run["scores"][one] for run in runs) for one in ASPECTS]
            seen = [statistics.median(run["seen"][one] for run in runs) for one in SHOWN]
            low = low or min(scores) < LEAST
            print(
                f"| {name}, {screen} | {' | '.join(f'{one:.0f}' for one in scores)} | "
                f"{seen[0] / 1000:.1f} | {seen[1] / 1000:.1f} | {seen[2]:.3f} |",
                flush=True,
            )
    server.shutdown()
    return int(low)


def _installed() -> Path:
    """Where the program lies; it is fetched once, in one version, and runs nothing while it is."""
    program = KEPT / "node_modules/.bin/lighthouse"
    if not program.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        asked = ["--prefix", str(KEPT), "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(["npm", "install", *asked, f"lighthouse@{VERSION}"], check=True)
    return program


def _runs(ask: Callable[[], Run]) -> list[Run]:
    """One run where all is well; three where it is not, since a busy moment costs a score."""
    first = ask()
    well = min(first["scores"].values()) >= LEAST
    return [first] if well else [first, *(ask() for _ in range(RUNS - 1))]


def _run(program: Path, url: str, more: list[str]) -> Run:
    asked = [url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}", *more]
    done = subprocess.run(
        [str(program), *asked],
        env={**os.environ, "CHROME_PATH": CHROMIUM or ""},
        stdout=subprocess.PIPE,
        check=True,
    )
    said = json.loads(done.stdout)
    scores = {one: said["categories"][one]["score"] * 100 for one in ASPECTS}
    return {"scores": scores, "seen": {one: said["audits"][one]["numericValue"] for one in SHOWN}}


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
