// Questions about the sums of one notice, in the words of the check: too large, too small, not adding up.
// Without it the check asks them when the record arrives, and more beside other notices.

import { plainOf } from "./submit-annotated.js"
import { figureOf, isShifted, isSwapped, mistyped, ratio, scaled, shownSum, step, whole, yuan } from "./submit-sums.js"
import { isMapping } from "./submit-values.js"
import { whoseOf } from "./submit-whose.js"

// In tenths: how far a lot may come above its ceiling.
const FAR = 15n
const LEAST = 0.145, MOST = 1.2, SMALL = yuan(10_000), FEW = yuan(300)
const SUMMED = /^(?:合计|总计|小计|共计)/u
const LIFTING = { "below-limit": 1, grant: 1, community: 1, none: 1 }
const NOTHING = new Set(["无", "/", "—", "－", "-", "暂无", "没有"])
const RESULTS = new Set(["award", "single-source"])
const PARTIAL = new Set(["termination", "correction", "contract-change"])

const listOf = (given) => (given === undefined || given === null ? [] : Array.isArray(given) ? given : [given])

export const doubtsOf = (it, given) => {
  const seen = seenOf(it, plainOf(given, it.table.bases).plain)
  return once([...doubtsIn(seen), ...whoseOf(seen, placed), ...lifted(it, given)])
}

// A record of plain values with every sum of it.
export const seenOf = (it, document) => {
  const part = it.table.part(it.table.kinds[document.kind])
  return { it, document, part, isWhole: document.source?.extent === "full", sums: [...sumsIn(it, part, document, [])] }
}

export const doubtsIn = (seen) => [...nothings(seen), ...topped(seen), ...large(seen), ...totals(seen), ...(RESULTS.has(seen.document.kind) ? result(seen) : []), ...capped(seen), ...small(seen), ...lots(seen)]

// A sign that stands for nothing where a notice says nothing.
const nothings = ({ document }) => Object.entries(document).flatMap(([key, value]) => (NOTHING.has(value) ? [{ id: "MG-3", at: [key], sentence: `${key} 写的是 “${value}”；公告没有写的，请删去这一行；就是这样印的，请确认` }] : []))

// One question a place: the first that was found.
const once = (all) => all.filter((one, i) => all.findIndex((other) => String(other.at) === String(one.at)) === i)

// Every sum of a record, with the part it stands in.
const sumsIn = function* (it, part, given, path) {
  for (const [key, value] of Object.entries(given)) {
    const field = part.fields.get(key)
    if (field?.sort !== "p" || value === null) continue
    const inner = it.table.part(field.of)
    for (const [i, one] of listOf(value).entries()) {
      const at = Array.isArray(value) ? [...path, key, i] : [...path, key]
      if (field.of === "Money") yield { at, money: one, part, row: given, key }
      else if (isMapping(one)) yield* sumsIn(it, inner, one, at)
    }
  }
}

// 中选供应商第2项的金额
export const placed = ({ it, part }, path) => {
  const names = []
  let owner = part
  for (const step of path) {
    if (typeof step === "number") names.push(`${names.pop()}第${step + 1}项`)
    else {
      names.push(owner?.fields.get(step)?.label ?? step)
      const field = owner?.fields.get(step)
      owner = field?.sort === "p" ? it.table.part(field.of) : null
    }
  }
  return names.join("的")
}

const boundsOf = ({ it, document }) => (it.table.bounds[document.kind] ?? it.table.bounds[""]).map(scaled)

const large = (seen) => seen.sums.flatMap(({ at, money }) => {
  const found = figureOf(money)
  return found && found.yuan > boundsOf(seen)[1] ? [{ id: "MG-12", at, sentence: `${placed(seen, at)}写的是 ${shownSum(found.yuan)} 元，多得不像；请核对元和万元` }] : []
})

// What a lot came to, far above the most that it may.
const topped = (seen) => seen.sums.flatMap(({ at, part, row, key, money }) => {
  const most = part.name === "Row" && key === "amount" ? figureOf(row.ceiling) : null, came = figureOf(money)
  if (!most?.yuan || !came || came.yuan * 10n <= most.yuan * FAR) return []
  const [own, other] = ["amount", "ceiling"].map((one) => part.fields.get(one).label)
  return [{ id: "MG-5", at, sentence: `${placed(seen, at.slice(0, -1))}的${own} ${shownSum(came.yuan)} 元，${other}只有 ${shownSum(most.yuan)} 元；请照原文核对` }]
})

const small = (seen) => {
  const [least] = boundsOf(seen), { document } = seen
  const held = ["budget", "ceiling", "amount"].map((key) => figureOf(document[key])?.yuan).filter(Boolean)
  const exact = new Set(seen.part.adds.flatMap((line) => {
    const [key, column, ...own] = line.split(" "), parts = listOf(document[key]).map((one) => figureOf(one[column])?.yuan)
    const total = parts.reduce((sum, one) => sum + (one ?? 0n), 0n), stated = (own.length ? own : seen.it.table.wholes).map((one) => figureOf(document[one])?.yuan)
    return !parts.includes(undefined) && total >= least && stated.includes(total) ? [`${key} ${column}`] : []
  }))
  return seen.sums.flatMap(({ at, money, part, row, key }) => {
    const found = figureOf(money)?.yuan
    if (!found || found >= least || !isWholeSum(seen, at, part, row, key) || exact.has(`${at[0]} ${at.at(-1)}`)) return []
    if (isMapping(money) && (money.unit === "元" || /\d元/u.test(money.printed ?? ""))) return []
    const agreed = held.some((one) => found < 2n * one && one < found * 2n && one !== found)
    if (agreed && found >= FEW && whole(found)) return []
    return [{ id: "MG-12", at, sentence: `${placed(seen, at)}写的是 ${shownSum(found)} 元，少得不像；请核对元和万元` }]
  })
}

const isWholeSum = ({ it, document }, at, part, row, key) => {
  if (it.table.byUnit.includes(document.pricing) || at[0] === "unit_prices" || !part.whole.includes(key)) return false
  const priced = row.unit_price !== undefined || row.quantity !== undefined
  return !(at[0] === "lots" && key === "spent") && !((at[0] === "lots" || at[0] === "items") && priced)
}

// The lists of a notice against the whole that stands beside them.
const totals = (seen) => seen.part.adds.flatMap((line) => {
  const { document, it } = seen, [key, column, ...own] = line.split(" ")
  const rows = listOf(document[key])
  if (!rows.length || !rows.every(isMapping) || (key === "winners" && isShared(seen))) return []
  if (key === "lots" && (document.kind === "correction" || (column === "ceiling" && document.ceiling === undefined && rows.some((one) => one.budget !== undefined)))) return []
  const spent = it.table.accounts.includes(document.kind) && listOf(document.items).some((one) => one.spent !== undefined)
  const wholes = key === "items" && column === "amount" && spent ? [] : key === "funders" && document.kind === "contract-change" ? ["supplement_amount", "amount"] : own.length ? own : it.table.wholes
  const stated = rows.filter((one) => one.withdrawn !== true && !SUMMED.test(one.name ?? "")).map((one) => figureOf(one[column]))
  return total(seen, key, stated, wholes, key === "payment_plan" && document.kind === "contract-change")
})

const isShared = ({ it, document }) => {
  const winners = listOf(document.winners).filter((one) => one.withdrawn !== true)
  const sums = new Set(winners.map((one) => figureOf(one.amount)?.yuan))
  const alike = winners.length > 1 && sums.size === 1 && sums.has(figureOf(document.amount)?.yuan)
  return document.method === "framework" || it.table.byUnit.includes(document.pricing) || alike
}

const total = (seen, key, stated, keys, loose) => {
  const { document } = seen, known = stated.filter(Boolean)
  const wholes = keys.map((one) => [one, figureOf(document[one])]).filter(([, found]) => found)
  if (!known.length || !wholes.length) return []
  const sum = known.reduce((all, one) => all + one.yuan, 0n), slack = known.reduce((all, one) => all + one.half, 0n)
  const named = listOf(document.amounts).map((one) => figureOf(one.amount)).filter(Boolean)
  const [first, want] = wholes[0], off = want.yuan - sum
  const near = [...wholes.map(([, one]) => one), ...named].some((one) => (sum > one.yuan ? sum - one.yuan : one.yuan - sum) <= slack + one.half)
  if (near && !(off && known.some((one) => isSwapped(one.yuan, one.yuan + off)))) return []
  const complete = known.length === stated.length, alone = key === "budget_lines" && stated.length === 1
  if (!(complete && seen.isWhole && !loose && !alone) && !(sum > want.yuan && !loose)) {
    const slips = known.some((one) => explains(one.yuan, one.yuan + off))
    if (!complete || !(slips || explains(want.yuan, sum))) return []
  }
  const at = stated.length === 1 ? first : key
  return [{ id: "MG-7", at: [at], sentence: `${placed(seen, [key])}各项合计 ${shownSum(sum)} 元，${placed(seen, [first])}是 ${shownSum(want.yuan)} 元；请照原文核对` }]
}

const explains = (part, right) => right > 0n && (isShifted(part, right) || isSwapped(part, right))

// Exact sums with the lots that they are for.
const rung = (seen, at, money, names = []) => {
  const found = figureOf(money)
  return found ? [{ ...found, at, names: names.filter(Boolean) }] : []
}
const namesOf = (row) => [row.id, row.number, row.name]
const plans = (seen, key) => [...rung(seen, [key], seen.document[key]), ...listOf(seen.document.lots).flatMap((row, i) => rung(seen, ["lots", i, key], row[key], namesOf(row)))]
const isByUnit = ({ it, document }) => it.table.byUnit.includes(document.pricing) || document.bid !== undefined
// The next below and above, of the same lots or of the whole.
const nearTo = (one, all) => {
  const groups = one.names.length ? one.names.map((name) => all.filter((other) => other.names.includes(name))) : [all.filter((other) => !other.names.length)]
  return groups.flatMap((group) => {
    const held = group.filter((other) => other.yuan).sort((a, b) => Number(a.yuan > b.yuan) - Number(a.yuan < b.yuan))
    const at = held.findIndex((other) => other.yuan >= one.yuan), end = at < 0 ? held.length : at
    return held.slice(Math.max(0, end - 1), end + 1)
  })
}
const nearest = (one, near) => [...near].sort((a, b) => ratio(one.yuan, a.yuan) - ratio(one.yuan, b.yuan))[0]

const asked = (seen, one, other, why = "相差太大") => {
  const remedy = step(one.yuan, other.yuan) ? "请核对元和万元" : "请照原文核对"
  return { id: "MG-5", at: one.at, sentence: `${placed(seen, one.at)}是 ${shownSum(one.yuan)} 元，${placed(seen, other.at)}是 ${shownSum(other.yuan)} 元，${mistyped(one.yuan, other.yuan) || why}；${remedy}` }
}

// What was settled against the budget and the ceiling of the same notice.
const result = (seen) => {
  const { document } = seen, key = document.kind === "award" ? "winners" : "suppliers"
  const rows = listOf(document.lots), whos = listOf(document[key])
  const lotNames = new Set(rows.filter((row) => row.failed !== true).map((row) => String(namesOf(row)))).size || new Set(whos.flatMap((one) => listOf(one.lots))).size
  const prices = [
    ...(lotNames < 2 ? rung(seen, ["amount"], document.amount, lotNames ? (rows[0] ? namesOf(rows[0]) : listOf(whos.find((one) => one.lots)?.lots)) : []) : []),
    ...rows.flatMap((row, i) => rung(seen, ["lots", i, "amount"], row.amount, namesOf(row))),
    ...whos.flatMap((one, i) => (one.withdrawn === true || listOf(one.lots).length > 1 ? [] : rung(seen, [key, i, "amount"], one.amount, listOf(one.lots)))),
  ]
  const planned = [...plans(seen, "ceiling"), ...plans(seen, "budget")]
  const alone = whos.filter((one) => one.withdrawn !== true).length === 1
  return prices.flatMap((one) => {
    if (!one.yuan || (document.kind === "award" && isByUnit(seen) && one.yuan < SMALL)) return []
    const near = nearest(one, nearTo(one, planned))
    if (!near) return []
    const low = document.kind === "award" ? (one.at[0] === "amount" || alone || one.names.length > 0) && document.method !== "framework" : !isByUnit(seen)
    const times = Number(one.yuan) / Number(near.yuan)
    return times > MOST || (times > 1 && isSwapped(one.yuan, near.yuan)) || (low && times < LEAST) ? [asked(seen, one, near)] : []
  })
}

// A ceiling lies within the budget of its notice.
const capped = (seen) => plans(seen, "ceiling").flatMap((one) => {
  const budgets = plans(seen, "budget"), own = nearTo(one, budgets)
  const near = own.length ? own : nearTo({ ...one, names: [] }, budgets)
  if (!near.length) return []
  const above = near.filter((other) => other.yuan + other.half >= one.yuan - one.half)
  if (!above.length) return [asked(seen, one, near.reduce((most, other) => (other.yuan > most.yuan ? other : most)), "上限高于预算")]
  if (!own.length || !one.yuan) return []
  const other = nearest(one, near)
  const low = !isByUnit(seen) && Number(one.yuan) < Number(other.yuan) * LEAST
  return low || isSwapped(one.yuan, other.yuan) ? [asked(seen, one, other)] : []
})

// Whoever is named for a lot is named for one that is listed.
const lots = (seen) => {
  const rows = listOf(seen.document.lots)
  if (!rows.length || PARTIAL.has(seen.document.kind) || rows.every((row) => row.failed === true)) return []
  const known = [...new Set(rows.flatMap(namesOf).filter(Boolean))]
  return ["winners", "bidders", "candidates", "suppliers"].flatMap((key) => listOf(seen.document[key]).flatMap((one, i) => listOf(one.lots).filter((name) => typeof name === "string" && !known.includes(name)).map((name) => (
    { id: "MG-15", at: [key, i, "lots"], sentence: `${placed(seen, [key, i, "lots"])}写的是 ‘${name}’，列出的分包里没有；列出的有：${known.join("、")}` }))))
}

// A purchase that the procurement law is lifted from, and nothing says so.
const lifted = (it, document) => {
  const at = document.kind === "project" ? ["regime"] : ["begins", "regime"], given = document.kind === "project" ? document.regime : document.begins?.regime
  const regime = isMapping(given) ? given.value : given
  if (!Object.hasOwn(LIFTING, regime ?? "") || (isMapping(given) && (given.printed || given.note || (given.basis && given.basis !== "stated")))) return []
  const label = it.table.words.get("regime").get(regime)
  return [{ id: "MG-14", at, sentence: `采购性质写的是“${label}”，照它就不对照政府采购的规定，却没有写公告是怎样说的；公告自己写明的，请写 {value: ${regime}, printed: 公告的原话}，看出来的，请写 {value: ${regime}, basis: inferred, note: 怎样看出来的}` }]
}
