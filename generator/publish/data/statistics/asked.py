"""What every question asks of the tables: real rows or invented ones, by year, case by case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.publish.data.rows.shared import UNDATED
from generator.publish.data.statistics.blocks import Case, Cases, Said
from generator.publish.data.statistics.frames import Frames
from generator.publish.press import Press
from generator.publish.words.figures import INVENTED, REAL, Figure, checked, of, such

# Projects alone, without notices that belong to none.
PROJECTS = such("loose", "false")
# Below FEW every case is told by itself; below MANY there are dots, and counts but no shares.
FEW, MANY = 10, 30
# A year, a place or a purchaser with fewer joins the others.
ALONE = 5

Row = dict[str, Any]


class Year(NamedTuple):
    """A year, or all the years with too little, with the condition that finds it."""

    label: str
    condition: str
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The tables of one edition, and which of their rows are asked for."""

    press: Press
    frames: Frames
    invented: bool = False

    def of(self, table: str, *conditions: str) -> str:
        """The rows of a table that count here and meet the conditions."""
        return of(table, INVENTED if self.invented else REAL, *conditions)

    def sure(self, sum_: str) -> str:
        """The condition that a sum may be added up: of invented rows, all but that they are invented."""
        return f"{such(sum_, '', no=True)}&known=" if self.invented else such("in_totals", "true")

    def count(self, id: str, of_: str, href: str = "") -> Figure:
        """How many rows there are."""
        return checked(Figure(id, len(self.frames.met(of_)), of_, href=href))

    def figure(self, id: str, of_: str, agg: str, how: str, href: str = "") -> Figure:
        """Another aggregate."""
        return checked(Figure(id, self.frames.ask(of_, agg), of_, agg, how, href))

    def share(self, id: str, of_: str, part: str, n: Figure) -> Figure | None:
        """A share, where there are enough to speak of one."""
        return self.figure(id, of_, f"share:{part}", "pct1") if n.value >= MANY else None

    def years(self, of_: str) -> Iterator[Year]:
        """The years with enough rows, the latest first; what is left together."""
        now = str((self.press.demo_on if self.invented else self.press.today).year)
        found = self.frames.values(of_, "happened")
        sizes = {one: len(self.frames.met(f"{of_}&{such('happened', one)}")) for one in found}
        alone = [one for one in reversed(found) if sizes[one] >= ALONE and one != UNDATED]
        for one in alone:
            partial = one == now
            over = f"{one}年{'（还没有过完）' if partial else ''}"
            yield Year(over, such("happened", one), partial)
        left = [one for one in found if one not in alone]
        if left:
            only = left == [UNDATED]
            name = "年份不明" if only else "其他年份" if alone else "各年合计"
            more = f"（含还没有过完的{now}年）" if now in left else ""
            yield Year(name + more, such("happened", *left), now in left)

    def cases(
        self,
        caption: str,
        of_: str,
        says: Callable[[Row], str],
        title: Callable[[Row], str] | None = None,
    ) -> Cases:
        """Each case in a sentence."""
        called = title or self.title
        rows = self.frames.rows(of_)
        made = (Case(self.href(row), called(row), says(row)) for row in rows)
        return Cases(caption, tuple(made))

    def title(self, row: Row) -> str:
        """What the project of a row is called."""
        return self.frames.titles.get(row["project"], str(row["project"]))

    def href(self, row: Row) -> str:
        """The page of a row, from the root of the site."""
        return str(row["url"]).removeprefix(self.press.links["site_url"])

    def nothing(self, why: str) -> Said:
        """本站收录的真实记录里有 51 个项目，…，还不足以回答这个问题。"""
        held = self.count("projects", self.of("projects", PROJECTS))
        whose = "演示记录" if self.invented else "本站收录的真实记录"
        return Said((f"{whose}里有 ", held, f" 个项目，{why}，还不足以回答这个问题。"))
