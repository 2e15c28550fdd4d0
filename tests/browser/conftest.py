"""A headless Chromium of the system's, and pages that watch what happens in them."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("no Chromium in continuous integration")
        pytest.skip("no Chromium on this machine; set CHROMIUM or install it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(real_site, serve):
    """The real site, served."""
    return serve(real_site)


# A page that breaks its own policy says so to whoever listens before its first script runs.
LISTEN = """document.addEventListener("securitypolicyviolation", (event) =>
  console.debug(`Content Security Policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`))"""


# Playwright's own waiting evaluates text again and again, which the policy of a page refuses.
UNTIL = """async (given) => {{
  const holds = {}, end = performance.now() + 30_000
  while (!holds(given)) {{
    if (performance.now() > end) throw new Error("it never came")
    await new Promise(requestAnimationFrame)
  }}
}}"""


def until(page, holds, given=None):
    """Wait until a function in the page says yes."""
    page.evaluate(UNTIL.format(holds), given)


class Watched:
    """A page with what went wrong in it: errors, requests elsewhere, breaches of its policy."""

    def __init__(self, browser, home, **context):
        self.context = browser.new_context(locale="zh-CN", **context)
        self.page = self.context.new_page()
        self.errors, self.outside, self.refused = [], [], []
        self.context.add_init_script(LISTEN)
        self.page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        self.page.on(
            "console",
            lambda message: (
                self.refused.append(f"{self.page.url}: {message.text}")
                if "Content Security Policy" in message.text
                else None
            ),
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((home, "data:"))
                else self.outside.append(request.url)
            ),
        )
        self.home = home

    def open(self, path, until="load"):
        self.page.goto(self.home + path, wait_until=until)
        return self.page


@pytest.fixture
def watched(browser, address):
    opened = []

    def start(home=address, **context):
        one = Watched(browser, home, **context)
        opened.append(one)
        return one

    yield start
    for one in opened:
        one.context.close()
    assert not [breach for one in opened for breach in one.refused]
