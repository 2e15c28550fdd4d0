// All that is said of a draft before it leaves the page: what the check refuses, asks, and stops.
// Without it the check says the same when the record arrives.

import { documentOf } from "./submit-draft.js"
import { guarded } from "./submit-guard.js"
import { placeOf } from "./submit-place.js"
import { isMapping } from "./submit-values.js"
import { judge } from "./submit-walker.js"
import { clean, linesOf } from "./submit-yaml.js"

// What a sort of value may show whatever its key.
const IMPLIED = { n: "n", a: "n", u: "nm" }

// What the field at a path may show that is personal elsewhere.
export const shownAt = (table, kind, path) => {
  let part = table.part(table.kinds[kind]), shown = "", inContact = false
  for (const step of path) {
    if (typeof step === "number") continue
    const field = part?.fields.get(step)
    if (!field) {
      if (step !== "value" && step !== "printed") return ""
      continue
    }
    inContact = part.name === "Contact" && step === "note"
    shown = field.shown + (IMPLIED[field.sort] ?? "")
    part = field.sort === "p" || field.sort === "l" ? table.part(field.of) : null
  }
  const inside = part?.fields.get("value")
  return shown + (inContact ? "m" : "") + (inside ? inside.shown + (IMPLIED[inside.sort] ?? "") : "")
}

const valueAt = (document, path) => path.reduce((one, step) => one?.[step], document)

// Signs of personal data in the lines of a record, each with its path.
export const personalIn = (it, document, lines) => {
  const text = lines.map((one) => `${one.text}\n`).join("")
  const lineOf = (at) => text.slice(0, at).split("\n").length - 1
  const { look, mayShowIn } = it.last, found = look(it.signs, text, (sign, at) => {
    const path = lines[lineOf(at)]?.at ?? [], value = String(valueAt(document, path) ?? "")
    const isOwned = path[0] !== "numbers" || isMapping(document.numbers?.[path[1]]) && Boolean(document.numbers[path[1]].role)
    return mayShowIn(it.signs, shownAt(it.table, document.kind, path), path, value, isOwned)(sign)
  })
  const told = found.map(({ id, sentence, at }) => ({ id, sentence, at: lines[lineOf(at)]?.at ?? [] }))
  return told.filter((one, i) => told.findIndex((other) => other.id === one.id && String(other.at) === String(one.at)) === i)
}

export const assess = (it, draft) => {
  const plain = documentOf(it, draft)
  let { document } = plain
  const place = placeOf(it, draft, document)
  draft.invented = Boolean(place.division?.startsWith("99"))
  if (draft.invented) document = { ...document, fictional: true }
  // What has no day at all is told apart by the day on which it was entered.
  if (it.today && place.isUndated && document.source && !document.source.recorded) document.source = { ...document.source, recorded: it.today }
  if (place.begins && !document.begins) plain.asks.push({ at: ["begins"], sentence: "新的项目从这份公告开始：请写按哪一种规则购买，公告没有写的选“未载明”" })
  const refused = judge(it.table, document)
  const lines = linesOf(document)
  // What looks at persons and sums comes later than what asks; until then nothing is ready.
  const isLooked = Boolean(it.last), personal = isLooked ? personalIn(it, document, lines) : []
  const doubts = [...(refused.length || !isLooked ? [] : it.last.doubtsOf(it, document)), ...personal.filter(({ id }) => id === "MG-10")]
  const confirmed = doubts.flatMap(({ id, at }) => {
    const reason = clean(draft.confirmed?.[`${id} ${at.join(".")}`] ?? "")
    return reason ? [{ id, at: at.join("."), reason }] : []
  })
  const whole = confirmed.length ? { ...document, portal: { confirmed } } : document
  const answered = new Set(confirmed.map(({ id, at }) => `${id} ${at}`))
  const text = linesOf(whole)
  const guard = guarded(text.map((one) => one.text)).map(({ line, sentence }) => ({ at: text[line]?.at ?? [], sentence }))
  const spoken = (isLooked ? personalIn(it, whole, text) : []).filter(({ id }) => id !== "MG-10")
  const said = {
    document: whole, text: text.map((one) => `${one.text}\n`).join(""), place, ids: plain.ids,
    stops: [...(place.wrong ? [{ at: ["where"], sentence: place.wrong }] : []), ...refused, ...guard],
    asks: plain.asks,
    doubts: doubts.map((one) => ({ ...one, isAnswered: answered.has(`${one.id} ${one.at.join(".")}`) })),
    personal: spoken,
    isLooked,
    sums: [],
  }
  // What is read back comes last: until then each sum may still change.
  if (isReady(said)) said.sums = it.last.unheldOf(it, document).map((one) => ({ ...one, isAnswered: draft.seen?.[one.at.join(".")] === one.sentence }))
  return said
}

const isSettled = (all) => all.every(({ isAnswered }) => isAnswered)
// Whether a draft may leave the page.
export const isReady = ({ stops, asks, doubts, personal, sums, isLooked }) => isLooked && ![...stops, ...asks, ...personal].length && isSettled([...doubts, ...sums])
