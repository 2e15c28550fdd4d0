"""What `mkdocs.yml` may say: one strict model. Whatever there is code may only be ours.

What a new owner edits is `Portal` and the first four keys of `Settings`; the rest is held
fast here, because MkDocs runs it.
"""

import json
import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from generator.records.model.part import Strict

LONGEST_LINE, LONGEST_ADDRESS = 120, 500
_MARKS = re.compile(r"[<>\"\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BRANCH = re.compile(r"\A(?!.*(?:\.\.|//|/\.|\.lock$))[A-Za-z0-9][A-Za-z0-9._/-]{0,98}(?<![./])")
# What ids of entries begin with (RFC 4151): a name that is ours, and since when.
_NAMESPACE = re.compile(
    r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){1,8},20\d\d",
    re.ASCII,
)
_ASSET = re.compile(r"assets/[a-z0-9-]+\.(?:css|svg)")
_PAGE = re.compile(r"(?:[a-z0-9-]{1,60}/){0,9}[a-z0-9-]{1,60}\.md")
# Whose page for a new file can be opened with its name filled in.
_HOST_KIND = re.compile("github|gitea|other")
# The page of a new issue, by the host; GitHub's with our form for whoever found a mistake.
_REPORTS = {"github": "/issues/new?template=correction.yml", "gitea": "/issues/new"}
# What authorities give out and want in the footer; departments of the State Council begin with bm.
_SITE_CODE = re.compile(r"(?:[0-9]{10}|bm[0-9]{8})", re.ASCII)
_ICP = re.compile(r"[\u4e00-\u9fff]ICP[备证][0-9]{5,12}号(?:-[0-9]{1,4})?")
_POLICE = re.compile(r"[\u4e00-\u9fff]公网安备 ?[0-9]{11,14}号")
_PREFIX = re.compile(r"ocds-[a-z0-9]{6}", re.ASCII)
# A full stop of Chinese reads like a dot, and browsers take it for one.
_HOST = re.compile(r"[\w.-]{1,253}|[0-9a-f:.]{2,45}")
_DAY = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)


def _wrong(remedy: str) -> PydanticCustomError:
    return PydanticCustomError("setting", "{remedy}", {"remedy": remedy})


def _line(given: str) -> str:
    if not given.strip():
        raise _wrong("请写一行文字")
    if len(given) > LONGEST_LINE:
        raise _wrong(f"有 {len(given)} 个字；最多写 {LONGEST_LINE} 个字")
    if _MARKS.search(given):
        raise _wrong("请只写一行文字，不写 < > 和引号")
    return given


def _address(given: str) -> str:
    try:
        parts = urlsplit(given)
        whole = parts.scheme in {"http", "https"} and parts.port != 0
        whole = whole and _HOST.fullmatch(parts.hostname or "") is not None
    except ValueError:
        whole = False
    strange = _MARKS.search(given) or re.search(r"[\s'\\`]", given) or "@" in given
    if not whole or strange or len(given) > LONGEST_ADDRESS:
        raise _wrong("请写以 https:// 或 http:// 开头的完整网址，例如 https://www.ccgp.gov.cn/")
    return given


def _bare(given: str) -> str:
    if "?" in given or "#" in given:
        raise _wrong("网址里不要有 ? 和 #")
    return given


def _folder(given: str) -> str:
    if not given.endswith("/"):
        raise _wrong("网站的地址请以 / 结尾")
    return given


def _day(given: Any) -> date:
    if isinstance(given, str) and _DAY.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise _wrong("请写一天，例如 2026-11-23，在 2000 年到 2099 年之间，不带钟点")


def answered(address: str) -> str:
    """An address behind which somebody is; empty for that of an example, which leads nowhere."""
    host, path = urlsplit(address).hostname or "", urlsplit(address).path
    is_example = host.endswith((".invalid", ".example")) or path.startswith("/example/")
    return "" if is_example else address


def _shaped(pattern: re.Pattern[str], remedy: str) -> AfterValidator:
    def fits(given: str) -> str:
        if not pattern.fullmatch(given):
            raise _wrong(remedy)
        return given

    return AfterValidator(fits)


def _exactly(wanted: Any, printed: str) -> PlainValidator:
    def same(given: Any) -> Any:
        # True equals 1 for Python, and not for the reader of a file.
        if json.dumps(given, sort_keys=True) != json.dumps(wanted, sort_keys=True):
            raise _wrong(f"这里决定网站怎样生成，只能写 {printed}")
        return given

    return PlainValidator(same)


def _pages(given: list[dict[str, str]]) -> list[dict[str, str]]:
    if any(len(one) != 1 for one in given):
        raise _wrong("栏目请一行写一个，例如 - 首页: index.md")
    targets = [target for one in given for target in one.values()]
    if "index.md" not in targets or len(set(targets)) != len(targets):
        raise _wrong("栏目里要有首页 index.md，每一页只写一次")
    return given


Line = Annotated[str, AfterValidator(_line)]
Address = Annotated[str, AfterValidator(_address)]
BareAddress = Annotated[Address, AfterValidator(_bare)]
Asset = Annotated[str, _shaped(_ASSET, "请写 content/assets/ 里的文件，例如 assets/page.css")]
Page = Annotated[str, _shaped(_PAGE, "请写 content/ 里的一页，例如 guide/index.md")]
Namespace = Annotated[
    str,
    _shaped(_NAMESPACE, "请写本单位的域名和开始用它的年份，例如 gongshi.example,2026，以后不改"),
]
Prefix = Annotated[
    str, _shaped(_PREFIX, "请写 ocds- 和六个小写字母或数字，例如 ocds-000000（没有登记时就写这个）")
]
SiteCode = Annotated[
    str, _shaped(_SITE_CODE, "请写十位的政府网站标识码，加引号，例如 '4201000001'；没有的不写")
]
Filing = Annotated[str, _shaped(_ICP, "请照备案写，例如 鄂ICP备00000000号-1；没有的不写")]
Police = Annotated[str, _shaped(_POLICE, "请照备案写，例如 鄂公网安备42010000000000号；没有的不写")]
Branch = Annotated[str, _shaped(_BRANCH, "请写分支的名字，例如 main")]


class Portal(Strict):
    """`extra.portal`: what a new owner edits."""

    owner: Line = Field(title="维护单位", examples=["示例市民政局"])
    repository: BareAddress = Field(
        title="代码仓库的网址", examples=["https://github.com/example/gongshi"]
    )
    branch: Branch = Field(title="分支", examples=["main"])
    repository_kind: Annotated[
        str, _shaped(_HOST_KIND, "请写 github、gitea（Forgejo 也写它）或 other")
    ] = Field(title="代码仓库是哪一种", examples=["github"])
    records_contact: Line = Field(
        title="没有账号的人把记录寄到哪里", examples=["请写信到 records@example.invalid"]
    )
    report_url: Address = Field(
        "", title="报告错误的网址，不写的按仓库推出", examples=["https://report.example.org/"]
    )
    removal_contact: Line = Field(
        title="申请删除个人信息写到哪里", examples=["请写信到 privacy@example.invalid"]
    )
    official_name: Line = Field(title="正式文本在哪里发布", examples=["中国政府采购网"])
    official_url: Address = Field(title="正式文本所在的网址", examples=["https://www.ccgp.gov.cn/"])
    namespace: Namespace = Field(title="订阅条目的编号用的名字", examples=["gongshi.example,2026"])
    page_size: int = Field(title="一页列多少条", examples=["50"], ge=1, le=500)
    demo_on: Annotated[date | None, BeforeValidator(_day)] = Field(
        None, title="演示记录以哪一天为今天，没有演示的不写", examples=["2026-11-23"]
    )
    ocid_prefix: Prefix = Field(title="开放合同数据的编号前缀", examples=["ocds-000000"])
    organiser: Line = Field("", title="主办单位", examples=["某市民政局"])
    site_code: SiteCode = Field("", title="政府网站标识码", examples=["4201000001"])
    icp: Filing = Field("", title="ICP备案号", examples=["鄂ICP备00000000号-1"])
    police: Police = Field("", title="公网安备案号", examples=["鄂公网安备42010000000000号"])

    @property
    def reports(self) -> str:
        """Where a mistake is reported in the repository; empty where its host has no such page."""
        if self.report_url or self.repository_kind not in _REPORTS:
            return self.report_url
        return f"{self.repository.rstrip('/')}{_REPORTS[self.repository_kind]}"


class Extra(Strict):
    """`extra`: ours, and Material's advertisement switched off."""

    generator: Annotated[bool, _exactly(False, "false")] = Field(
        title="Material 的署名", examples=["false"]
    )
    portal: Portal = Field(title="本站的设置", examples=["{owner: 示例市民政局, …}"])


class Toggle(Strict):
    """The button that changes the colours."""

    icon: Literal["material/brightness-auto", "material/brightness-7", "material/brightness-4"] = (
        Field(title="图标", examples=["material/brightness-auto"])
    )
    name: Line = Field(title="按钮的名字", examples=["现在是浅色；改为深色"])


class Palette(Strict):
    """One set of colours; the colours themselves are ours, in the style sheet."""

    media: Literal[
        "(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
    ] = Field(title="何时用", examples=['"(prefers-color-scheme)"'])
    scheme: Literal["default", "slate"] = Field("default", title="深浅", examples=["default"])
    primary: Literal["custom"] = Field(title="主色", examples=["custom"])
    accent: Literal["custom"] = Field(title="强调色", examples=["custom"])
    toggle: Toggle = Field(title="按钮", examples=["{icon: …, name: …}"])


class Theme(Strict):
    """The look: Material with our own templates over it, which are code."""

    name: Literal["material"] = Field(title="主题", examples=["material"])
    custom_dir: Literal["generator/publish/templates/theme"] = Field(
        title="模板的文件夹", examples=["generator/publish/templates/theme"]
    )
    language: Literal["zh"] = Field(title="语言", examples=["zh"])
    font: Annotated[bool, _exactly(False, "false")] = Field(title="外部字体", examples=["false"])
    favicon: Asset = Field(title="网站图标", examples=["assets/favicon.svg"])
    palette: list[Palette] = Field(title="颜色", examples=["[{…}]"], min_length=1)


EXTENSIONS = [
    "attr_list",
    {"tables": {"use_align_attribute": True}},
    "def_list",
    "admonition",
    {"toc": {"permalink": False, "toc_depth": 3}},
]


class Settings(Strict):
    """The whole of `mkdocs.yml`. A key that is not here is refused."""

    site_name: Line = Field(title="网站的名字", examples=["公示"])
    site_description: Line = Field(title="网站的说明", examples=["政府购买社会工作服务公开"])
    site_url: Annotated[BareAddress, AfterValidator(_folder)] = Field(
        title="网站的地址", examples=["https://example.github.io/gongshi/"]
    )
    copyright: Line = Field(title="许可", examples=["记录以 CC BY 4.0 提供"])
    docs_dir: Literal["content"] = Field(title="手写页面的文件夹", examples=["content"])
    site_dir: Literal["site"] = Field(title="网站放在哪里", examples=["site"])
    use_directory_urls: Annotated[bool, _exactly(True, "true")] = Field(
        title="地址的样子", examples=["true"]
    )
    theme: Theme = Field(title="主题", examples=["{name: material, …}"])
    plugins: Annotated[Any, _exactly([], "[]")] = Field(title="插件", examples=["[]"])
    hooks: Annotated[Any, _exactly(["generator/hook.py"], "[generator/hook.py]")] = Field(
        title="挂接的程序", examples=["[generator/hook.py]"]
    )
    extra_css: list[Asset] = Field(title="样式表", examples=["[assets/page.css]"])
    markdown_extensions: Annotated[
        Any,
        _exactly(EXTENSIONS, "attr_list、tables、def_list、admonition 和 toc，照原来的写法"),
    ] = Field(title="Markdown 扩展", examples=["[attr_list, tables, …]"])
    extra: Extra = Field(title="附加的设置", examples=["{portal: {…}}"])
    nav: Annotated[list[dict[Line, Page]], AfterValidator(_pages)] = Field(
        title="栏目", examples=["[{首页: index.md}]"]
    )
    validation: Annotated[
        Any,
        # Links are held by our own gate, which knows the files that are made of records.
        _exactly(
            {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
            "nav: {omitted_files: ignore} 和 links: {not_found: ignore}",
        ),
    ] = Field(
        title="MkDocs 的检查",
        examples=["{nav: {omitted_files: ignore}, links: {not_found: ignore}}"],
    )

    @property
    def portal(self) -> Portal:
        """What a new owner edits."""
        return self.extra.portal
