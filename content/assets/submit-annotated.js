// Takes what is said of a value off the value, as the reader does: {value, basis, note, printed, masked}.
// Without it the check says the same when the record arrives.

import { quoted } from "./submit-sayings.js"
import { isMapping } from "./submit-values.js"

const AROUND = new Set(["value", "basis", "note", "printed", "masked"])
const isYear = (key) => typeof key === "number" || /^\d{4}$/u.test(key)

class WrongAnnotation extends Error {
  constructor(at, sentence) {
    super(sentence)
    this.at = at
  }
}

// The record with plain values, and of which places something is said.
export const plainOf = (document, bases) => {
  const said = new Set()
  return { plain: inside({ said, bases }, document, []), said }
}

const inside = (it, given, path) => {
  const pairs = Array.isArray(given) ? [...given.entries()] : Object.entries(given)
  const plain = pairs.map(([key, value], place) => {
    if (key === "kind" && !path.length) return [key, value]
    return [key, plainer(it, value, [...path, isYear(key) ? place : key])]
  })
  return Array.isArray(given) ? plain.map(([, value]) => value) : Object.fromEntries(plain)
}

const plainer = (it, given, path) => {
  if (Array.isArray(given)) return inside(it, given, path)
  if (!isMapping(given)) return given
  const keys = Object.keys(given)
  const wraps = Object.hasOwn(given, "value") && keys.length > 1 && keys.every((key) => AROUND.has(key))
  // What is no part but a mapping of years has no key of its own for a note.
  const taken = wraps ? AROUND : new Set(Object.hasOwn(given, "note") && keys.some(isYear) ? ["basis", "note"] : ["basis"])
  if (!wraps && !keys.some((key) => taken.has(key))) return inside(it, given, path)
  heed(it, given, path, taken)
  const plain = wraps ? plainer(it, given.value, path) : inside(it, Object.fromEntries(Object.entries(given).filter(([key]) => !taken.has(key))), path)
  it.said.add(path.join("\n"))
  return plain
}

const heed = ({ bases }, given, path, taken) => {
  const told = Object.entries(given).filter(([key]) => taken.has(key) && key !== "value")
  for (const [key, value] of told) if (value === null) throw new WrongAnnotation([...path, key], `${key} 后面没有写值；没有内容时请删去这一行`)
  for (const [key, value] of told) {
    const wrong = WRONG[key](value, bases)
    if (wrong) throw new WrongAnnotation([...path, key], wrong)
  }
}

const text = (value) => {
  if (typeof value !== "string") return `写的是 ${quoted(value)}；这里要写文字，请加引号`
  return value.trim() ? "" : "写的是空白；没有内容时请删去这一行"
}
const WRONG = {
  basis: (value, bases) => (bases.includes(value) ? "" : `写的是 ${quoted(value)}；请写 stated（载明）、inferred（推断）或 reprint（转载所示）`),
  masked: (value) => (typeof value === "boolean" ? "" : `写的是 ${quoted(value)}；请写 true（是）或 false（否）`),
  note: text,
  printed: text,
}
