// Sums exactly as they are stated, in ten-billionths of a yuan, and how one is another mistyped.
// Without it the check asks the same when the record arrives.

import { isMapping, Numeral } from "./submit-values.js"

const PLACES = 10, ONE = 10n ** BigInt(PLACES)
const UNITS = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n }
const STEPS = [10, 100, 1000, 10_000]
const LOW = 0.69, HIGH = 1.45

// A number as the reader keeps it: 46.80 is 46.8, and 3.0 keeps its nought.
const said = (number) => {
  const value = Number(number.text)
  return number.isWhole ? number.text : Number.isInteger(value) ? `${value}.0` : String(value)
}
export const scaled = (text) => {
  const [whole, rest = ""] = text.split(".")
  return BigInt(whole + rest.padEnd(PLACES, "0").slice(0, PLACES))
}
// A number as ten-billionths of its unit.
export const unscaled = (number) => scaled(said(number))
export const toNumber = (sum) => Number(sum) / Number(ONE)

// The exact sum in yuan, and half of its last place: what rounding may have taken; null for any other shape.
export const figureOf = (money) => {
  const value = money instanceof Numeral ? money : isMapping(money) ? money.value : null
  if (!(value instanceof Numeral)) return null
  const text = said(value), unit = UNITS[isMapping(money) ? (money.unit ?? "元") : "元"] ?? 1n
  const places = BigInt(text.split(".")[1]?.length ?? 0)
  return { yuan: scaled(text) * unit, half: (ONE / 10n ** places / 2n) * unit }
}

export const shownSum = (sum) => {
  const text = String(sum).padStart(PLACES + 1, "0")
  const whole = text.slice(0, -PLACES).replace(/\B(?=(\d{3})+$)/gu, ","), rest = text.slice(-PLACES).replace(/0+$/u, "")
  return rest ? `${whole}.${rest}${rest.length === 1 && sum >= 1000n * ONE ? "0" : ""}` : whole
}

export const ratio = (one, other) => (one > other ? Number(one) / Number(other) : Number(other) / Number(one))
export const step = (one, other) => (one && other ? STEPS.find((n) => ratio(one, other) >= LOW * n && ratio(one, other) <= HIGH * n) : undefined)
const bare = (sum) => String(sum).replace(/^0+|0+$/gu, "")
export const isShifted = (one, other) => one !== other && one > 0n && other > 0n && bare(one) === bare(other)
export const isSwapped = (one, other) => {
  const mine = String(one), theirs = String(other)
  if (mine.length !== theirs.length) return false
  const off = [...mine].flatMap((sign, i) => (sign === theirs[i] ? [] : [i]))
  return off.length === 2 && off[1] === off[0] + 1 && mine[off[0]] === theirs[off[1]] && mine[off[1]] === theirs[off[0]]
}
export const mistyped = (one, other) => {
  if (one === other) return ""
  if (isSwapped(one, other)) return "只有相邻两位数字不同"
  const found = step(one, other)
  return found ? `约差 ${found} 倍` : ""
}
export const whole = (yuan) => yuan % ONE === 0n
export const yuan = (amount) => BigInt(amount) * ONE
