"""Opens the explorer of a built site over a slow line: how long until the first results.

`python -m bench.line SITE` serves the site as GitHub Pages does, gzipped, at
400 kB/s and 60 ms each way, and asks each query in a browser that has nothing.
"""

import gzip
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from bench.browsing import CHROMIUM, FLAGS, ZIPPED

RATE, DELAY = 400_000, 60
QUERIES = [
    "居家养老",
    "虚构",
    "服务",
    "验收",
    "满意度",
    "云溪街道",
    "000123",
    "虚构路2号",
    "社会工作服务",
    "2024",
]


class Zipped(SimpleHTTPRequestHandler):
    """Sends what a plain host sends: text gzipped, over connections that stay."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.split("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        kind = self.guess_type(str(path))
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if ZIPPED.match(kind):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None

    def log_message(self, *args: object) -> None:
        """Requests are not news."""


def main(site: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("| query | ms to the first results | ms to all |\n|---|---:|---:|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        times = [_ask(browser, f"http://127.0.0.1:{server.server_port}/", one) for one in QUERIES]
        for query, (first, whole) in zip(QUERIES, times, strict=True):
            print(f"| {query} | {first:.0f} | {whole:.0f} |")
        print(f"| median | {statistics.median(one for one, _ in times):.0f} | |")
        browser.close()
    server.shutdown()


def _ask(browser: Browser, home: str, query: str) -> tuple[float, float]:
    """Milliseconds from opening the page until results are shown, and until all are counted."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    rates = {"downloadThroughput": RATE, "uploadThroughput": RATE}
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": DELAY, **rates})
    page.goto(f"{home}projects/?q={quote(query)}", wait_until="commit")
    page.wait_for_selector("[data-results] .p-row")
    first = page.evaluate("performance.now()")
    page.wait_for_selector("[data-results][aria-busy=false]")
    whole = page.evaluate("performance.now()")
    context.close()
    return first, whole


if __name__ == "__main__":
    main(Path(sys.argv[1]))
