"""The shapes of the answers, by name; what a record may hold the model says (`schema/<kind>.json`)."""

from generator.publish.data.api.envelope import SCHEMA_VERSION
from generator.publish.data.api.notation import Schema, all_of, described, many, shape, typed
from generator.records.model import KINDS
from generator.vocabulary import label, words


def _record() -> Schema:
    """A record of any kind: the shape is that of its kind."""
    each = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"$ref": f"schema/{kind}.json"},
        }
        for kind in KINDS
    ]
    said = "；".join(f"{kind} {label('kind', kind)}" for kind in KINDS)
    return {
        "type": "object",
        "description": "记录文件写的：键和值与仓库里的 YAML 相同，没有个人的姓名",
        "required": ["kind"],
        "properties": {"kind": {"enum": [*KINDS], "description": said}},
        "allOf": each,
    }


_TEXT = typed("text")
_FLAGS = shape(
    "fictional sample withdrawn",
    fictional=described(typed("yes"), "不是真实的，不进任何统计"),
    sample=described(typed("yes"), "只留作公告格式的样例，不计数"),
    withdrawn=described(typed("yes"), "已撤回：只有编号和地址"),
)
_ONE = shape("schema_version", schema_version={"const": SCHEMA_VERSION})
_LIST = shape(
    "schema_version as_of generated_from",
    schema_version={"const": SCHEMA_VERSION},
    as_of=described(typed("day"), "以哪一天为今天"),
    generated_from={
        "type": ["string", "null"],
        "description": "由记录的哪一个提交（commit）生成；不知道的是 null",
    },
)
_WITHDRAWN = shape("withdrawn:so")
_FILED = shape("file:text sha256:hash record:#Record")
_MAY_BE_FILED = shape("?file:text ?sha256:hash ?record:#Record")
_HOW = shape(
    "?copied ?inferred ?disputed:so",
    copied=described(_TEXT, "依据的是转载或转述，未核对原文"),
    inferred=described(_TEXT, "哪一项是推断的"),
)
_KNOWN = shape(
    "?known", known=described(_TEXT, "没有原文写明时，是怎样知道的；没有它就是原文写明的")
)
_BODY = shape("?id:text ?name:text")
_STATE = described({"enum": ["open", *words("duty_state")]}, "open 是还没有看到")
_LATEST = described(typed("day"), "最近一份有日期的公告；只知道月份的，是那个月的第一天")

_FACTS = shape(
    "?stage:@stage ?covered:so ?methods:@method[] ?regime:@regime ?field:@field ?form:@form "
    "?service_kind:@service_kind ?target_groups:@target_group[] ?place:text ?place_inferred:so "
    "?numbers:text[] ?purchasers:#Body[] ?chosen:#Chosen ?price:#Price ?paid:#Paid "
    "?shares:#Share[] ?deals:#Deal[] ?evaluations:#Evaluation[] ?acceptances:#Acceptance[] "
    "?consequences:#Consequence[] ?superseded:#Superseded[] ?windows:#Window[]"
)
_HEAD = shape("id:text url:uri")
_FULL = all_of(
    _HEAD,
    _FLAGS,
    shape(
        "title:text division:text year:text facts:#Facts verdicts:#Verdict[] duties:#Duty[] ?silence",
        silence=described(_TEXT, "为什么没有与条文对照"),
    ),
)
_NOTICE_HEAD = shape("stem:text url:uri")
_ROW_HEAD, _LINE_HEAD = (
    shape("id:text url:uri api:uri"),
    shape("record:text stem:text url:uri api:uri"),
)
_OF = shape("record:text")
_PARTY = shape(
    "id:text name:text type:@party_type fictional:yes ?credit_code:text ?division:text urls:uri[] api:uri"
)
_PLACE = shape(
    "code:text name:text fictional:yes around:text[] total:count ?url:uri api:uri",
)
_RULE = shape(
    "id:text sentence:text articles:text[] kinds:text[] regimes:text[] outcomes:counts "
    "outcomes_invented:counts url:uri api:uri"
)
_VERDICT = shape("rule:text outcome:@outcome stem:text ?lot:text ?why:text ?sentence:text")
_DUTY = shape(
    "what:@duty article:text ?by:text[] state ?since:day ?due:day ?cause:text ?stem:text ?why:text "
    "?said:text ?lot:text",
    state=_STATE,
)


def _withdrawn_or(head: Schema, full: Schema) -> Schema:
    """What was withdrawn has an address, and nothing else."""
    return {"anyOf": [all_of(head, _WITHDRAWN), full]}


def _listed(name: str, row: Schema, more: str = "") -> Schema:
    return all_of(_LIST, shape(f"total:count {name} {more}", **{name: many(row)}))


_PARTS: dict[str, Schema] = {
    "Record": _record(),
    "Body": _BODY,
    "Facts": _FACTS,
    "Chosen": shape(
        "how:text total:count ?unsure ?masked:count ?named:#Body[]",
        unsure=described(
            typed("so"),
            "有名称打码的，或者只写了几家的，分在几个分包或几份公告里：total 是逐处数的，"
            "其中可能有同一家，不能当作恰好几家",
        ),
    ),
    "Price": all_of(
        shape("what:text yuan:yuan count:count ?lots:text[] ?notices:text[]"),
        _KNOWN,
    ),
    "Paid": shape("yuan:yuan payments:count ?of_yuan:yuan sure:yes"),
    "Share": shape(
        "?id:text ?name:text part:@part ?yuan:yuan ?together ?what:text",
        together=described(typed("count"), "几家合在一起的金额；0 是不知道几家"),
    ),
    "Deal": all_of(
        shape("stem:text what:text ?yuan:yuan ?by:text ?lots:text[] ?whom:text[]"), _KNOWN
    ),
    "Evaluation": all_of(
        shape(
            "stem:text ?stage:text ?on:when ?suppliers:text[] ?lots:text[] ?score:text ?full:text "
            "?grade:text ?scale:text"
        ),
        _HOW,
    ),
    "Acceptance": all_of(
        shape("stem:text ?suppliers:text[] ?lots:text[] ?conclusion:@conclusion ?printed:text"),
        _HOW,
    ),
    "Consequence": all_of(
        shape(
            "stem:text ?measure:@measure ?called:text ?on:when ?suppliers:text[] ?from:when ?to:when "
            "?done:when ?outcome:text"
        ),
        _HOW,
    ),
    "Superseded": shape(
        "stem:text how whole:yes by:text[]", how={"enum": ["ended", "replaced", "changed"]}
    ),
    "Window": shape("stem:text what:text who:text ?since:day until:day ?time:text ?last:day"),
    "Verdict": _VERDICT,
    "Duty": _DUTY,
    "NoticeOfProject": _withdrawn_or(
        _NOTICE_HEAD, all_of(_NOTICE_HEAD, shape("?status:text"), _FILED)
    ),
    "ProjectRow": _withdrawn_or(
        _ROW_HEAD,
        all_of(
            _ROW_HEAD,
            _FLAGS,
            shape(
                "title:text division:text ?field:@field ?stage:@stage ?methods:@method[] "
                "?regime:@regime ?purchasers:#Body[] ?chosen:#Body[] ?price:#Price ?latest notices:count",
                latest=_LATEST,
            ),
        ),
    ),
    "NoticeRow": _withdrawn_or(
        _LINE_HEAD,
        all_of(
            _LINE_HEAD,
            _FLAGS,
            shape(
                "kind:@kind title:text ?date:when ?date_of ?date_basis:text ?status:text ?source:text "
                "tier:@tier extent:@extent",
                date_of=described(_TEXT, "是什么日期：记录的哪一个键"),
            ),
        ),
    ),
    "TakingPart": all_of(
        _OF, _FLAGS, shape("?roles:text[] ?part:@part ?yuan:yuan ?together:count")
    ),
    "Compared": all_of(_VERDICT, shape("?rests", rests=many(shape("record:text stem:text")))),
}
# By the name that an address answers with.
SCHEMAS: dict[str, Schema] = {
    **_PARTS,
    "Project": _withdrawn_or(
        all_of(_ONE, _HEAD), all_of(_ONE, _FULL, _MAY_BE_FILED, shape("notices:#NoticeOfProject[]"))
    ),
    "Notice": _withdrawn_or(all_of(_ONE, _HEAD), all_of(_ONE, _FULL, _FILED)),
    "Projects": _listed("projects", typed("#ProjectRow"), "year:text"),
    "Notices": _listed("notices", typed("#NoticeRow"), "year:text"),
    "Parties": _listed("parties", _PARTY),
    "Party": all_of(_ONE, _PARTY, _FILED, shape("records:#TakingPart[]")),
    "Places": _listed("places", _PLACE),
    "Place": all_of(_ONE, _PLACE, _MAY_BE_FILED, shape("records:text[]")),
    "Rules": _listed("rules", _RULE),
    "Rule": all_of(
        _ONE, _RULE, shape("departures", departures=many(all_of(_OF, _FLAGS, _VERDICT)))
    ),
    "Ledger": all_of(
        _listed("duties", all_of(_OF, _FLAGS, _DUTY, shape("now:@duty_state"))),
        shape("counts:counts"),
    ),
    "Across": all_of(
        _LIST,
        shape(
            "total:count verdicts",
            verdicts={"type": "object", "additionalProperties": many(typed("#Compared"))},
        ),
    ),
    "Index": all_of(
        _LIST,
        shape(
            "name:text documentation:uri openapi:uri licence:uri counts:counts lists",
            lists={
                "type": "object",
                "additionalProperties": {"anyOf": [typed("uri"), typed("uri[]")]},
            },
        ),
    ),
}
