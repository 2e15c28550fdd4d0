"""What the law wants in its own field: contacts, experts, codes, addresses of offices."""

from collections.abc import Iterator
from random import Random

from generator.records.model import JURISDICTION, PARTY, PROJECT
from tests.planting import invented

Field = tuple[str, str, str]


def fields(rng: Random) -> Iterator[Field]:
    """The name, the kind and the lines of a record in which a person may be named."""
    yield from _contacts(rng)
    yield from _experts(rng)
    yield from _beside(rng)
    yield from _labelled(rng)
    yield from _organisations(rng)
    yield from _numbers(rng)


def _contacts(rng: Random) -> Iterator[Field]:
    mobile, name = invented.mobile(rng), invented.name(rng)
    phones = {
        "mobile of a contact": mobile,
        "mobile of a contact, spaced": f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}",
        "mobile of a contact, with hyphens": f"{mobile[:3]}-{mobile[3:7]}-{mobile[7:]}",
        "mobile of a contact from abroad": f"+86 {mobile}",
        "two numbers of a contact": f"{invented.landline(rng)}、{mobile}",
        "landline of a contact": invented.landline(rng),
        "hotline of a contact": "400-123-4567",
    }
    for label, phone in phones.items():
        body = f'contacts:\n  - role: project\n    name: {name}\n    phone: "{phone}"\n'
        yield label, rng.choice(["tender", "award", "single-source"]), body
    yield (
        "contact on one line",
        "tender",
        f'contacts: [{{role: purchaser, name: {name}, phone: "{mobile}"}}]\n',
    )
    for i, address in enumerate(_ADDRESSES):
        body = f"contacts:\n  - role: agency\n    name: {name}\n    address: {address}\n"
        yield f"address of an office {i + 1}", "tender", body
    yield (
        "office of a contact",
        "award",
        "contacts: [{role: finance, office: 采购监管科 3楼308室}]\n",
    )
    yield (
        "address of a bidder",
        "award",
        f"bidders: [{{printed: 虚构晨光社, address: {_ADDRESSES[0]}}}]\n",
    )
    yield "where documents are had", "tender", f"documents: {{place: {_ADDRESSES[1]}}}\n"
    yield "where bids are opened", "tender", f"opening: {{place: {_ADDRESSES[2]}}}\n"
    for i, how in enumerate(_CHANNELS):
        yield f"channel {i + 1}", "single-source", f'objection:\n  how: "{how}"\n'


_ADDRESSES = (
    "虚构市云溪区虚构路138号云溪大厦12层1203室",
    "虚构市政务服务中心3号楼2单元501室",
    "云溪街道办事处B座3楼301办公室",
    "李家村党群服务中心2楼",
    "虚构路12号3号楼301室，邮箱 zb12@yunxi.gov.example.invalid",
)
_CHANNELS = (
    "邮箱 yunxi-mzj@mzj.yunxi.gov.example.invalid",
    "书面送至虚构路12号3号楼301室，或寄 cgb@portal.example.invalid",
    "在微信公众号“虚构云溪社工”留言",
    "电话 0990-8500000，工作日9:00至17:00",
)


def _experts(rng: Random) -> Iterator[Field]:
    names = [invented.name(rng) for _ in range(6)]
    for i, title in enumerate(("教授", "高级社会工作师", "主任医师")):
        body = (
            f"experts:\n  - name: {names[i]}\n    employer: 虚构大学\n    title: {title}\n"
            "    opinion: 供应商唯一，同意采用单一来源方式采购\n"
        )
        yield f"expert of a single source {i + 1}", "single-source", body
    yield (
        "experts of a further argument",
        "single-source",
        f"supplementary_argument:\n  experts: [{{name: {names[3]}, employer: 虚构精神卫生中心}}]\n",
    )
    for role in ("expert", "purchaser", "supervisor"):
        body = (
            f"panel:\n  size: 3\n  members:\n    - role: {role}\n      name: {rng.choice(names)}\n"
        )
        yield f"panel member as {role}", "award", body
    yield (
        "negotiators",
        "single-source",
        f"panel: {{members: [{{role: negotiator, name: {names[4]}}}]}}\n",
    )
    yield (
        "group of an acceptance",
        "acceptance",
        f"group:\n  - {{role: expert, name: {names[5]}, leader: true}}\n"
        "  - {role: user, count: 3}\n  - {role: third-party, printed: 虚构李家评估中心}\n",
    )
    yield (
        "opinion of a panel",
        "award",
        f"panel:\n  members: [{{role: expert, name: {names[0]}, opinion: 同意}}]\n",
    )


def _beside(rng: Random) -> Iterator[Field]:
    """A name that may be published, and on the next line a group that is not about it."""
    name = invented.name(rng)
    contact = f"contacts:\n  - role: project\n    name: {name}\n"
    expert = f"experts:\n  - name: {name}\n"
    member = f"panel: {{members: [{{role: expert, name: {name}, "
    yield "contact beside ages", "tender", f"{contact}beneficiaries: 67岁以上独居老人\n"
    yield "contact beside an illness", "tender", f"{contact}beneficiaries: 精神分裂症患者\n"
    yield "contact beside treatment", "award", f"{contact}next_step: 社区戒毒人员尿检\n"
    yield "expert beside an illness", "single-source", f"{expert}    opinion: 确诊患者须持续服务\n"
    yield "expert beside a school", "single-source", f"{expert}    opinion: 就读儿童不宜更换社工\n"
    yield "member beside ages", "award", f"{member}note: 熟悉60岁以上老人服务}}]}}\n"


def _labelled(rng: Random) -> Iterator[Field]:
    values = {
        "项目编号": f"15{invented.digits(rng, 1)}20260012",
        "总额（元）": f"138{invented.digits(rng, 7)}0",
        "联系电话": invented.landline(rng),
        "服务热线": "4001234567",
        "年龄要求": "60岁以上",
        "银行账号": "见合同",
        "身份证": "报名时核验原件",
        "统一社会信用代码": invented.credit_code(rng),
        "微信公众号": "yunxi-shegong",
    }
    for label, value in values.items():
        yield f"label {label}", "tender", f'other:\n  - label: {label}\n    value: "{value}"\n'


def _organisations(rng: Random) -> Iterator[Field]:
    yield "code of a party", PARTY, f"credit_code: {invented.credit_code(rng)}\n"
    yield "website of a party", PARTY, f"website: https://portal.example.invalid/{_long(rng)}\n"
    yield "registration of a party", PARTY, "registered_with: 虚构江城市民政局（登记证号 010138）\n"
    yield (
        "inspection of a party",
        PARTY,
        "note: 2025年度检查合格，社会组织等级4A，证书编号DJ2026000138\n",
    )
    yield "penalty of a party", PARTY, _PENALTY
    yield "alias of a party", PARTY, "aliases: [{name: 虚构百岁坊, source: 虚民发〔2026〕138号}]\n"
    for printed in ("虚构李家村村民委员会", "虚构王家湾康复医院", "虚构张江镇人民政府"):
        yield f"purchaser {printed}", "award", f"purchaser: {{printed: {printed}}}\n"
    yield (
        "winners with surnames",
        "award",
        "winners:\n  - {printed: 虚构方圆社会工作服务中心, score: 91.5, rank: 1}\n",
    )
    yield (
        "natural person without a name",
        "complaint",
        "complainant: {natural_person: true, address: 已遮去}\n",
    )
    yield "rule book", JURISDICTION, _RULE_BOOK
    yield "groups of a project", PROJECT, "target_groups: [people-in-recovery, mental-health]\n"
    yield "need of a project", PROJECT, "need: {text: 60岁以上老人占三成, people: 13800}\n"
    yield "prizes", "honour", "prizes: [{grade: 一等奖, names: [虚构云溪为老服务项目]}]\n"


_PENALTY = (
    "penalties:\n  - {date: 2025-03-04, by: 虚构民政局, text: 警告，虚民罚字〔2025〕第138号, "
    "source: 虚构示例}\n"
)
_RULE_BOOK = "rule_books: [{id: XG, title: 60周岁以上老人补贴办法, number: 虚民规〔2026〕138号}]\n"


def _numbers(rng: Random) -> Iterator[Field]:
    for i in range(4):
        number = invented.purchase_number(rng)
        yield f"long number {i + 1}", "tender", f'numbers: ["{number}"]\n'
    for i in range(3):
        number = f"1{rng.randint(3, 9)}{rng.randint(0, 9)}2026{invented.digits(rng, 4)}"
        body = f'numbers:\n  - value: "{number}"\n    role: project\n'
        yield f"number of a project {i + 1}", "award", body
    yield (
        "number of an approval",
        "tender",
        f'approval: {{number: "{invented.purchase_number(rng)}"}}\n',
    )
    yield "number of a document", "tender", "document_no: 虚民发〔2026〕13800号\n"
    yield (
        "address of a source",
        "tender",
        f"official: {{url: 'https://portal.example.invalid/{_long(rng)}'}}\n",
    )
    yield (
        "address of an attachment",
        "award",
        f"attachments: [{{title: 文件, url: 'https://portal.example.invalid/{_long(rng)}.pdf'}}]\n",
    )
    yield (
        "scores",
        "evaluation",
        "results: [{service: 助餐, score: 92.5138}, {service: 探访, score: 88}]\n",
    )
    yield "targets", "report", "done: [{name: 探访, target: {value: 13800, unit: 人次}}]\n"


def _long(rng: Random) -> str:
    """The tail of an address of a portal: a day, a hash, a number that looks like a telephone."""
    return f"2026/03/02/art_138_{invented.digits(rng, 7)}.html?uuid=13{invented.digits(rng, 9)}"
