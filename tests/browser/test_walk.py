"""The whole way: from a notice that is pasted to its page on a plain host, in an owner's own repository."""

import os
import shutil
import subprocess
import sys

import pytest

from tests import adopted
from tests import reading_notices as cases
from tests.browser.clerk import PART, Clerk
from tests.browser.conftest import until
from tests.browser.notices import begins
from tests.browser.test_submit_paste import READ, paste

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ON = "2026-11-23"
SOURCE = "https://caigou.test/notices/0302.html"
ID = "420102-2026-laonian-fuwu"
# A folder of somebody else's host.
BELOW = "mzj/gongshi"


class Owner:
    """A repository in which everything is done by its own program."""

    def __init__(self, root):
        self.root = root

    def run(self, *arguments, code=0):
        """What a command prints for people and for machines; it must end as said."""
        done = subprocess.run(
            [sys.executable, "-m", "generator", *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def git(self, *arguments):
        return adopted.git(self.root, *arguments)

    def publish(self, www):
        """What is on main, with its history, as one file, unpacked in a folder of a host."""
        self.run("history", "--out", ".cache/history.json")
        where = ("--archive", "site.tar", "--history", ".cache/history.json", "--on", ON)
        self.run("publish", *where)
        shutil.rmtree(www / BELOW, ignore_errors=True)
        (www / BELOW).mkdir(parents=True)
        subprocess.run(["sha256sum", "--check", "site.tar.sha256"], cwd=self.root, check=True)
        subprocess.run(["tar", "-xf", self.root / "site.tar", "-C", www / BELOW], check=True)


@pytest.fixture(scope="module")
def address():
    """Of no site that is shipped: the owner's own is what is looked at."""
    return ""


@pytest.fixture
def owner(tmp_path):
    """An owner who has just moved in and has no record."""
    root = adopted.clone(tmp_path / "gongshi")
    answer = adopted.init(root)
    assert answer.exit_code == 0, answer.output
    (root / ".cache").mkdir()
    return Owner(root)


def filled(page, text):
    """What a clerk does in the form: paste, answer what the notice does not say of itself."""
    clerk = Clerk(page)
    paste(page, text)
    clerk.kind("成交结果公告")
    until(page, READ)
    begins(clerk, "420102", "laonian-fuwu")
    clerk.within("来源").write(
        看到它的网址是什么=SOURCE, 看到的是发布者自己的页面="原文", 看到了公告的全部内容="全文"
    )
    clerk.write(这个页面写的发布日期是哪一天="2026年3月2日")
    by_hand(clerk)
    clerk.looked().compared()
    assert clerk.is_ready(), clerk.found()
    return clerk.file()


def by_hand(clerk):
    """What the form lists as not filled in: everything that may be of one lot or of one person."""
    left = clerk.page.locator(PART.format("pasted-left")).text_content()
    assert "供应商名称：东湖社会工作服务中心" in left and "46.8000000（万元）" in left
    clerk.within("选中了谁：第1项").write(
        名称="东湖社会工作服务中心", 它的地址是什么="云溪区东湖路8号", 成交="46.8万元"
    )
    clerk.write(服务要求是什么="详见磋商文件", 主要标的是什么="社区老年人社会工作服务")
    experts = clerk.within("评审小组有几人、几位专家").within("评审专家有哪些人")
    for i, name in enumerate(("赵甲一", "钱乙二", "孙丙三"), 1):
        if i > 1:
            experts.add()
        experts.within(f"评审专家有哪些人：第{i}项").write(名称=name)
    clerk.within("代理机构收多少费、按什么标准").write(金额="7020元", 标准="按成交金额的1.5%收取")


def test_a_pasted_notice_becomes_a_page_below_a_folder_of_a_host(owner, watched, serve, tmp_path):
    (case,) = (one for one in cases.cases() if one.name == "paragraphs-award-one")
    www = tmp_path / "www"
    owner.publish(www)
    home = f"{serve(www)}{BELOW}/"

    one = watched(home, viewport={"width": 1200, "height": 900})
    page = one.open("submit/", "networkidle")
    path, text = filled(page, case.raw.decode())
    assert path == "data/projects/420102/2026/laonian-fuwu/2026-03-02-award.yml"

    # The clerk's branch, as the host's page for a new file makes it, and the check of its request.
    owner.git("checkout", "--quiet", "-b", "record")
    (owner.root / path).parent.mkdir(parents=True, exist_ok=True)
    (owner.root / path).write_text(text, "utf-8")
    owner.git("add", path)
    owner.git("commit", "--quiet", "--message", "Record")
    assert "未载明" not in owner.run("check", "--on", ON)
    assert "新增 1" in owner.run("changes", "main..record")

    # The reviewer, from main, where the record is not.
    owner.git("checkout", "--quiet", "main")
    assert not (owner.root / path).exists()
    told = owner.run("dossier", "main..record", "--on", ON)
    assert told.startswith(f"核对单：{ID}\n✅")
    assert "东湖社会工作服务中心：本站收录的别的记录里没有选中过它" in told
    assert "468,000 元" in told and f"新增页面 projects/{ID}/" in told

    owner.git("merge", "--quiet", "--no-ff", "--message", "Merge", "record")
    owner.publish(www)
    page = one.open(f"projects/{ID}/", "networkidle")
    said = page.locator("main").inner_text()
    assert "东湖社会工作服务中心" in said and "46.8 万元" in said
    assert "未载明" not in said
    assert page.locator(f"main a[href='{SOURCE}']").count()
    head = owner.git("rev-parse", "HEAD")
    assert f"收录以来没有改过（到提交 {head[:12]} 为止）" in said
    assert "虚构" not in (www / BELOW / "corrections/index.html").read_text("utf-8")
    assert not one.errors and not one.outside
