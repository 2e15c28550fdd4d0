"""A headless Chromium of the system's, and pages that watch what happens in them."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
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


class Watched:
    """A page with what went wrong in it: errors and requests to other origins."""

    def __init__(self, browser, home, **context):
        self.context = browser.new_context(locale="zh-CN", **context)
        self.page = self.context.new_page()
        self.errors, self.outside = [], []
        self.page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
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
