// Questions about rows of lots, in the words of the check: more listed than took part, a day that may not be of all.
// Without it the check asks them when the record arrives.

import { shown } from "./submit-sayings.js"
import { isMapping } from "./submit-values.js"

const OFFERED = 14
const listOf = (given) => (given === undefined || given === null ? [] : Array.isArray(given) ? given : [given])

export const whoseOf = (seen, placed) => [...crowded(seen, placed), ...days(seen, placed)]

// How many took part in a lot, against those listed for it: a list may leave some out.
const crowded = (seen, placed) => listOf(seen.document.lots).flatMap((lot, i) => {
  const stated = lot.bidders_count ?? null, at = ["lots", i, "bidders_count"]
  const least = leastOf(listOf(seen.document.bidders).filter(({ lots }) => lot.id && listOf(lots).includes(lot.id)))
  return stated === null || !(least > Number(stated)) ? [] : [{ id: "MG-11", at, sentence: `${placed(seen, at)}写的是 ${stated}，参加的供应商列了 ${least} 家；请照原文核对` }]
})

// As few as a list may count: organisations named twice and those who offer together are one; nothing where it only describes.
const leastOf = (rows) => {
  const named = rows.flatMap(({ party, printed }) => party || printed || []), others = rows.filter(({ party, printed }) => !party && !printed)
  if (!rows.length || others.some(({ count }) => count === undefined || count === null)) return 0
  return new Set(named).size + others.reduce((sum, { count }) => sum + Number(count), 0) - rows.length + offers(rows)
}

const offers = (rows) => {
  const shares = rows.map(shareOf), times = (one) => shares.filter((other) => other === one).length
  const led = times("lead")
  return times("") + (led ? 0 : times("perhaps")) + (led || Math.min(1, times("member")))
}

const shareOf = ({ printed, role }) => {
  const name = printed ?? "", part = role ?? ""
  if (!/联合|牵头|成员/u.test(`${name} ${part}`) || /[、，,；;/]|[）)]./u.test(name)) return ""
  if (/牵头/u.test(`${name} ${part}`)) return "lead"
  return /成员/u.test(`${name} ${part}`) || /联合/u.test(part) ? "member" : "perhaps"
}

const OF_A_LOT = ["budget", "ceiling", "amount", "quantity", "unit_price", "targets", "term"]
const ONE_LOT = /第?[0-9０-９一二三四五六七八九十A-Za-z]{1,3}个?(?:分|标)?(?:包|标段)|(?:包|标段)[0-9０-９一二三四五六七八九十A-Za-z]{1,3}/gu
const TIME = /时间|截止|开标|开启|日期|期限|获取|提供|发售/u
const isStated = (value) => value !== undefined && value !== null && !(Array.isArray(value) && !value.length)

// A day that a correction states once, beside lots that it lists with nothing of their own.
const days = (seen, placed) => {
  const { document } = seen, rows = listOf(document.lots)
  if (document.kind !== "correction") return []
  const bare = rows.filter((row) => isMapping(row) && !OF_A_LOT.some((key) => isStated(row[key])))
  const timed = new Set(listOf(document.changes).map(({ item }) => item ?? "").filter((one) => TIME.test(one)).flatMap((one) => one.match(ONE_LOT) ?? []))
  const isApart = bare.length < rows.length || (timed.size > 0 && timed.size < rows.length)
  const names = isApart ? [...new Set(bare.map(({ id, number, name }) => id || number || name).filter(Boolean))] : []
  const named = `${names.slice(0, OFFERED).map(shown).join("、")}${names.length > OFFERED ? ` 等 ${names.length} 个` : ""}`
  return ["new_deadline", "documents"].filter((key) => names.length && document[key] !== undefined).map((key) => ({ id: "MG-15", at: [key], sentence: `lots 列出的 ${named} 只有编号，别的包另有改动；${placed(seen, [key])}是不是也改了它们？没有改的从 lots 里删去，公告写明不变的写 others_unchanged: true；也改了的请确认` }))
}
