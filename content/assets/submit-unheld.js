// Sums that nothing else in the record holds: one slip of ten, a hundred or ten thousand would go unasked.
// Without it such a slip is seen by whoever compares the record with the notice.

import { plainOf } from "./submit-annotated.js"
import { doubtsIn, placed, seenOf } from "./submit-doubts.js"
import { figureOf, shownSum, unscaled } from "./submit-sums.js"
import { isMapping, Numeral } from "./submit-values.js"

const SLIPS = [10n, 100n, 10_000n]
// How many sums are asked about one by one; each of them costs looking at the whole record six times.
const MANY = 50
const LARGE = 10_000, HUGE = 100_000_000

// The sums to be read back to whoever typed them. Whatever is wrong by such a slip is among them, or asked about
// already: the right sum is one slip away from it, and nothing is asked about the right one.
export const unheldOf = (it, given) => {
  const seen = seenOf(it, plainOf(given, it.table.bases).plain)
  const sums = seen.sums.filter(({ money }) => isSaid(it, money))
  if (sums.length > MANY) return [together(sums)]
  const asked = new Set(doubtsIn(seen).map(markOf))
  return sums.filter((one) => !isHeld(seen, one, asked)).map((one) => ({ at: one.at, sentence: `${placed(seen, one.at)}写的是 ${told(it, one.money)}；多写或少写了零，别处看不出来，请再看一眼公告` }))
}

// A long table is compared row by row; what is said of it changes with every sum in it.
const together = (sums) => {
  const total = sums.reduce((all, { money }) => all + (figureOf(money)?.yuan ?? 0n), 0n)
  return { at: sums[0].at.slice(0, 1), sentence: `一共写了 ${sums.length} 笔金额，加起来是 ${shownSum(total)} 元；请对照公告逐笔再看一遍` }
}

const markOf = ({ id, at }) => `${id} ${at.join(".")}`
const isSaid = (it, money) => !isMapping(money) || it.table.ways.some((way) => money[way] !== undefined)

const isHeld = (seen, { at, money }, asked) => {
  const sum = figureOf(money)
  if (!sum) return false
  const value = unscaled(isMapping(money) ? money.value : money)
  const slipped = SLIPS.flatMap((times) => [value * times, value / times]).map((other) => withValue(money, other))
  return !value || slipped.every((other) => doubtsIn(seenOf(seen.it, withAt(seen.document, at, other))).some((one) => !asked.has(markOf(one))))
}

const withValue = (money, value) => {
  const number = new Numeral(shownSum(value).replaceAll(",", ""))
  return isMapping(money) ? { ...money, value: number } : number
}

const withAt = (whole, [step, ...rest], value) => {
  if (step === undefined) return value
  if (Array.isArray(whole)) return whole.map((one, i) => (i === step ? withAt(one, rest, value) : one))
  return { ...whole, [step]: withAt(whole[step], rest, value) }
}

// 6,680,000 元，就是 668 万元
const told = (it, money) => {
  const sum = figureOf(money)
  if (!sum) return otherwise(it, money)
  const yuan = Number(shownSum(sum.yuan).replaceAll(",", "")), large = yuan >= HUGE ? [HUGE, "亿元"] : yuan >= LARGE ? [LARGE, "万元"] : null
  return `${shownSum(sum.yuan)} 元${large ? `，就是 ${Number((yuan / large[0]).toPrecision(12))} ${large[1]}` : ""}`
}
const otherwise = (it, money) => {
  const way = it.table.ways.find((one) => money[one] !== undefined)
  return money.printed ?? `${[money[way]].flat().join("—")} ${money.unit ?? "元"}${money.per ? `/${money.per}` : ""}`
}
