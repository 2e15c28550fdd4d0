"""A clerk who sees only the form: finds every field, choice and button by what the page calls it."""

import re
from typing import Self

from playwright.sync_api import Locator, Page

from tests.browser.conftest import until

PART = "[data-part=submit-{}]"
FIELD = "input, textarea, select"
# Nothing that was typed waits to be looked at.
CHECKED = """() => document.querySelector('[data-part=submit-found]:not([aria-busy])')
  && document.querySelector('[data-part=submit-count]').textContent !== ''"""


class Clerk:
    """What can be done in one place of the form: the whole of it, or a group by its heading."""

    def __init__(self, page: Page, around: Locator | None = None) -> None:
        self.page = page
        self.around = around or page.locator("[data-part=submit]")

    def kind(self, heading: str) -> Self:
        """Type what the notice is headed with and take what is offered first."""
        self.page.locator("#submit-name").fill(heading)
        self.page.locator(f"{PART.format('kinds')} button").first.click()
        self.page.wait_for_selector(f"{PART.format('body')}:not([hidden])")
        self.checked()
        return self

    def within(self, heading: str) -> "Clerk":
        """The group of this heading, whole or up to its bracket."""
        exact = re.compile(rf"^{re.escape(heading)}(?:[（(].*)?$")
        groups = self.around.locator("fieldset").filter(
            has=self.page.locator(":scope > legend", has_text=exact)
        )
        return Clerk(self.page, groups.first)

    def field(self, label: str) -> Locator:
        """The field of this label that stands in this place itself, or in the first group of it."""
        exact = re.compile(rf"^{re.escape(label)}(?:[（(，].*)?$")
        return self.around.locator(FIELD).and_(self.around.get_by_label(exact)).first

    def write(self, **answers: str) -> Self:
        """Type into fields, or choose what a list calls it."""
        for label, text in answers.items():
            field = self.field(label)
            if field.evaluate("one => one.tagName") != "SELECT":
                field.fill(text)
            else:
                field.select_option(label=text.split("\n"))
        return self

    def more(self, label: str) -> Self:
        """Ask this group for a field that it does not show."""
        others = self.around.locator(":scope > select.p-ask__more")
        if not others.count():
            self.around.locator(":scope > button", has_text="写别的栏目").click()
        others.select_option(label=label)
        return self

    def add(self) -> Self:
        """Another row of this group."""
        self.around.get_by_role("button", name=re.compile("：再写一项$")).last.click()
        return self

    def find(self, words: str, label: str) -> Self:
        """Search for a field that the form does not show, and take it."""
        self.page.locator("#submit-more").fill(words)
        self.page.locator(PART.format("more-found")).get_by_role(
            "button", name=label, exact=True
        ).click()
        return self

    def seen(self) -> Self:
        """Say of all that was pasted and not used that it was seen to."""
        left = self.page.locator(PART.format("pasted-left"))
        if left.locator("summary").count():
            left.locator("summary").click()
            left.get_by_label("上面每一处都看过").check()
            left.locator("summary").click()
        return self

    def looked(self) -> Self:
        """Say that all was looked for which the rules want, and is not in the notice."""
        self.seen().checked()
        self.page.get_by_label("规定要写的都逐项找过").check()
        return self

    def compared(self) -> Self:
        """Say of every sum that is read back that it was compared with the notice."""
        self.checked()
        while (again := self.page.get_by_role("button", name=re.compile("^对照过了"))).count():
            again.first.click()
            self.checked()
        return self

    def checked(self) -> Self:
        """Wait until the page has said what it thinks of what was typed last."""
        until(self.page, CHECKED)
        return self

    def found(self) -> list[str]:
        """What is still to be looked at."""
        self.checked()
        return self.page.locator(f"{PART.format('found')} > li").all_inner_texts()

    def is_ready(self) -> bool:
        """Whether the record may leave the page."""
        self.checked()
        return self.page.locator(PART.format("save")).is_enabled()

    def file(self) -> tuple[str, str]:
        """Where the record goes, and its text."""
        self.checked()
        return tuple(self.page.locator(PART.format(one)).text_content() for one in ("path", "yaml"))
