"""What only whoever holds the repository can switch on, said when everything else is done."""

from collections.abc import Iterator

from generator.adoption.moving import KEPT, Adopted
from generator.adoption.owner import Owner

_GITHUB = """接下来只有仓库的所有者能做，在 {repository}/settings：
1. Pages → Source 选 GitHub Actions。
2. Rules → Rulesets → 为 main 新建：要经过拉取请求，至少一人批准，要代码所有者批准，要通过检查 all，不许强推，不许删除；不留可以绕过的人。
3. 组织里建一个团队 maintainers，给它写权限（.github/CODEOWNERS 里写的是 {team}；个人账号的，换成 @账号）。记录不归它管，谁有写权限谁就能复核。
4. Actions → General：令牌只读；只许 GitHub 自己的动作；外来的人第一次提交先等批准。
5. Environments → github-pages：只许 main。
6. General → Features 勾选 Issues，居民才能用表报告错误。
然后推送：git push {repository} HEAD:main"""
_OTHER = """这个仓库不在 GitHub 上，下面几件要在它自己的设置里做：
1. main 只能经过合并请求修改，至少一人批准，不许强推；检查运行 make check。
2. mkdocs.yml 的 repository_kind 现在是 {kind}；是 Gitea 或 Forgejo 的，写 gitea。
3. 网站：每天运行 make publish ARCHIVE=site.tar，把 site.tar 解开放到 {site_url}。
然后推送：git push {repository} HEAD:main"""
_LATER = """公布真实记录以前：写信到 data@open-contracting.org 申请编号前缀，写进 mkdocs.yml 的 ocid_prefix；mkdocs.yml 里的 namespace 公布以后不能再改。
网页脚要有主办单位、网站标识码、ICP备案号、公网安备案号的，在 mkdocs.yml 的 extra.portal 里写 organiser、site_code、icp、police。
现在可以先看：make check site serve"""


def told(done: Adopted) -> Iterator[str]:
    """What was done, and what is left to do."""
    yield _done(done)
    words = _words(done.owner)
    yield (_GITHUB if done.owner.kind == "github" else _OTHER).format(**words)
    yield _LATER


def _done(done: Adopted) -> str:
    if not done.changed:
        return f"已经是{done.owner.name}的了，没有要改的。"
    moved = f"原来的 {done.moved} 个记录文件移到了 {KEPT}，只供测试用；" if done.moved else ""
    return f"{moved}设置换成了{done.owner.name}的，已经提交。"


def _words(owner: Owner) -> dict[str, str]:
    return {
        "repository": owner.repository,
        "team": owner.team,
        "kind": owner.kind,
        "site_url": owner.site_url,
    }
