"""The page of one project and of one loose notice. Pure: facts in, files out."""

from dataclasses import replace

from generator.law.opinion import Opinion
from generator.publish import paper
from generator.publish.press import File, Press
from generator.publish.project import facts, judged, windows
from generator.publish.project.facts import ProjectFacts
from generator.publish.project.saying import place_words
from generator.publish.search import passages
from generator.publish.words import titles
from generator.publish.words.sheet import Sheet, sheet
from generator.records import abstract, filled
from generator.records.digest import Digest
from generator.records.register import LooseNotice, Project
from generator.vocabulary import label

# Where on the page of a project its own record stands.
RECORD = "record"


def project_page(press: Press, project: Project, said: Opinion) -> tuple[Digest, File]:
    """The digest of a project and its page."""
    digested = filled.named(abstract.of_project(project, said.outcome), press.directory.names)
    place = place_words(digested, press.known.divisions)
    as_of = press.as_of(digested)
    shown = facts.of_project(project, digested, press.directory, place, as_of, came=said.outcome)
    path = f"projects/{project.id}/"
    html = press.chrome["projects"].stamp(
        path, _title(press, digested), _about(press, digested), project_body(press, shown, said)
    )
    points = titles.asked(html)
    record = (shown.summary._replace(anchor=RECORD),) if shown.own_file else ()
    sheets = () if digested.withdrawn else (*record, *shown.sheets)
    packed = replace(
        digested,
        said=passages.pack(sheets),
        points=points,
        judged=said.judged,
        duties=said.duties,
    )
    return packed, File(f"{path}index.html", html)


def project_body(press: Press, shown: ProjectFacts, said: Opinion) -> str:
    """What the page of a project says, without the chrome."""
    return paper.body(
        "project.html",
        f=shown,
        law=judged.of(said, press.directory),
        root="../../",
        links=press.links,
        as_of=press.as_of(shown.digest),
        since=press.past(shown.digest),
    )


def notice_page(press: Press, notice: LooseNotice, said: Opinion) -> tuple[Digest, File]:
    """The digest of a loose notice and its page."""
    digested = filled.named(abstract.of_notice(notice, said.outcome), press.directory.names)
    path = f"notices/{notice.record.kind}/{notice.id}/"
    shown = sheet(notice.filed, press.directory)
    html = press.chrome["notices"].stamp(
        path,
        _title(press, digested),
        _about(press, digested),
        notice_body(press, notice, digested, shown, said),
    )
    packed = replace(
        digested, said=passages.pack([shown]), points=titles.asked(html), judged=said.judged
    )
    return packed, File(f"{path}index.html", html)


def notice_body(
    press: Press, notice: LooseNotice, digested: Digest, shown: Sheet, said: Opinion
) -> str:
    """What the page of a loose notice says, without the chrome."""
    buyers = [name for _, name in digested.names("purchaser", "publisher")]
    place = place_words(digested, press.known.divisions)
    return paper.body(
        "notice.html",
        d=digested,
        s=shown,
        lead=["、".join(buyers), place] if buyers else [place],
        windows=[one for one in windows.of(digested) if one.last >= press.as_of(digested)],
        law=judged.of(said, press.directory),
        path=f"notices/{notice.record.kind}/{notice.id}/",
        seal=notice.filed.sha,
        root="../../../",
        links=press.links,
        as_of=press.as_of(digested),
        since=press.past(digested),
    )


def _title(press: Press, digested: Digest) -> str:
    # It stands alone in a tab, and where somebody sends the address on.
    invented = "（虚构的演示）" if digested.fictional else ""
    return f"{digested.title}{invented} - {press.links['site_name']}"


def _about(press: Press, digested: Digest) -> str:
    kinds = "、".join(dict.fromkeys(label("kind", line.kind) for line in digested.notices))
    place = press.known.divisions.name(digested.division) or "地区未载明"
    return (
        f"{place}：{digested.title}。收录：{kinds}。" if kinds else f"{place}：{digested.title}。"
    )
