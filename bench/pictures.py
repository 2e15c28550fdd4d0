"""The pictures of the clerk's guide, taken from the built site: `python -m bench.pictures SITE`.

What is pasted is invented. Colours and width are fixed; the same site gives the same pictures in the
same browser. Each is a WebP of at most 60 KB below `content/assets/pictures`.
"""

import base64
import functools
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, until

OUT = Path(__file__).parents[1] / "content/assets/pictures"
QUALITY, MOST = 70, 60_000
NOTICE = """云溪区社区老年人社会工作服务项目成交结果公告
一、项目编号：YX-2026-010
二、项目名称：云溪区社区老年人社会工作服务项目
采购人：云溪区民政局
采购方式：竞争性磋商
"""
PASTE = """text => { const given = new DataTransfer()
  given.setData("text/plain", text)
  document.querySelector("#submit-pasted").dispatchEvent(new ClipboardEvent("paste", { clipboardData: given, bubbles: true })) }"""
READ = "() => /^填了/u.test(document.querySelector('[data-part=submit-pasted-said]').textContent)"
CHECKED = "() => document.querySelector('[data-part=submit-found]:not([aria-busy]) li')"
# From the top of the first to the end of the last.
FRAME = """([first, last]) => { const from = document.querySelector(first).getBoundingClientRect()
  const to = document.querySelector(last).getBoundingClientRect()
  return [from.top + scrollY - 8, Math.min(to.bottom - from.top + 16, 560)] }"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *given: object) -> None:
        """Say nothing of requests."""


def main(site: Path) -> None:
    """Take every picture."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(
            locale="zh-CN",
            viewport={"width": 390, "height": 780},
            color_scheme="light",
            reduced_motion="reduce",
        )
        _take(page, f"http://127.0.0.1:{server.server_port}/submit/")
        browser.close()
    server.shutdown()


def _take(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.evaluate(PASTE, NOTICE)
    page.locator("#submit-kind").select_option("award")
    until(page, READ)
    # What was pasted is taken away by the form; the picture shows it.
    page.locator("#submit-pasted").evaluate("(one, text) => { one.value = text }", NOTICE)
    _picture(page, "clerk-paste", "#paste", "[data-part=submit-pasted-said]")
    page.get_by_label("供应商", exact=False).first.wait_for(state="attached")
    until(page, CHECKED)
    _picture(page, "clerk-rows", "#rows", "[data-part=submit-rows]")
    _picture(page, "clerk-found", "#found", "[data-part=submit-found]")


def _picture(page: Page, name: str, first: str, last: str) -> None:
    top, height = page.evaluate(FRAME, [first, last])
    clip = {"x": 0, "y": top, "width": 390, "height": height, "scale": 1}
    given = {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True}
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", given)
    raw = base64.b64decode(taken["data"])
    if len(raw) > MOST:
        raise SystemExit(f"{name}: {len(raw)} bytes")
    (OUT / f"{name}.webp").write_bytes(raw)
    print(f"{name} {len(raw)} {round(height)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
