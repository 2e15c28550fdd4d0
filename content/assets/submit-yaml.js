// Writes a record as the text of its file, each value on a line of its own.
// Without it the record is written by hand, as the guide shows.

import { isMapping, Numeral } from "./submit-values.js"

// What begins with a Chinese character and holds letters and signs of no meaning to a reader of YAML.
const PLAIN = /^[一-鿿（《“][一-鿿A-Za-z0-9（）《》“”，。；、！？〔〕·—～－]*$/u
const WORD = /^[a-z]+(?:-[a-z]+)*$/u
const DAY = /^\d{4}-\d\d(?:-\d\d)?$/u
const TAKEN = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])
// Characters a reader cannot see and that change what the others mean; the check refuses each.
const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu
const BREAKS = /[ \u00a0\u3000]*[\t\r\n\v\f\x85\u2028\u2029][\s\x85]*/gu

// The text without what cannot stand in a file: a line that was broken goes on, Chinese without a blank.
export const clean = (text) => {
  const joined = text.trim().replace(BREAKS, (_, at, whole) => {
    const rest = whole.slice(at).trimStart()
    return whole.charCodeAt(at - 1) > 0x2e80 && rest.charCodeAt(0) > 0x2e80 ? "" : " "
  })
  // A stroke to the left before some letters is an escape to the reader, in whatever quotes.
  return joined.replace(HIDDEN, "").replaceAll("\\", "＼").trim()
}

const scalar = (value) => {
  if (value === null) return ""
  if (typeof value !== "string") return String(value)
  const text = clean(value)
  const isPlain = PLAIN.test(text) || DAY.test(text) || (WORD.test(text) && !TAKEN.has(text))
  return isPlain ? text : `"${text.replaceAll('"', String.raw`\"`)}"`
}

const isInside = (value) => (Array.isArray(value) ? value.length > 0 : isMapping(value) && Object.keys(value).length > 0)
const empty = (value) => (Array.isArray(value) ? "[]" : isMapping(value) ? "{}" : scalar(value))

// The lines of a record, each with the path of what it says; keys are never quoted, for they are ours.
export const linesOf = (document) => [...inside(document, [], "")]

const inside = function* (value, path, indent) {
  const isList = Array.isArray(value)
  for (const [key, one] of isList ? value.entries() : Object.entries(value)) {
    const at = [...path, key], head = isList ? "-" : `${key}:`
    if (!isInside(one)) {
      yield { at, text: `${indent}${head} ${empty(one)}`.trimEnd() }
    } else if (isList) {
      const [first, ...rest] = inside(one, at, `${indent}  `)
      yield { at: first.at, text: `${indent}- ${first.text.slice(indent.length + 2)}` }
      yield* rest
    } else {
      yield { at, text: `${indent}${head}` }
      yield* inside(one, at, `${indent}  `)
    }
  }
}

export const written = (document) => linesOf(document).map(({ text }) => `${text}\n`).join("")

// A number as it stands in a file; what the reader would not take for that number stays a text.
export const numeral = (text) => (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text) ? new Numeral(text) : text)
