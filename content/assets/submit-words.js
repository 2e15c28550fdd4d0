// The words of notices: headings and labels by what they say, whatever numerals and brackets do.
// Without it what is pasted is not read, and every field is typed by hand.

const LONGEST = 60, PER = "每", NUMERALS = "零一二三四五六七八九十"

// Blanks as Python counts them.
const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const ends = (signs) => new RegExp(`^[${signs}]+|[${signs}]+$`, "gu")
const rights = (signs) => new RegExp(`[${signs}]+$`, "u")
const [BOTH, RIGHT, LEFT] = [ends(BLANK), rights(BLANK), new RegExp(`^[${BLANK}]+`, "u")]
export const strip = (text) => text.replace(BOTH, "")
export const rstrip = (text) => text.replace(RIGHT, "")
export const lstrip = (text) => text.replace(LEFT, "")
const escaped = (signs) => signs.replace(/[\\\]^-]/gu, "\\$&")
const known = new Map()
const cutting = (made, signs) => {
  const key = `${made.name} ${signs}`
  if (!known.has(key)) known.set(key, made(escaped(signs)))
  return known.get(key)
}
export const stripOf = (text, signs) => text.replace(cutting(ends, signs), "")
export const rstripOf = (text, signs) => text.replace(cutting(rights, signs), "")
export const words = (text) => text.split(new RegExp(`[${BLANK}]+`, "u")).filter(Boolean)
export const count = (text, sign) => text.split(sign).length - 1

// 十六 → 16; 0 where the signs are no number: 三一.
export const tens = (numeral) => {
  const at = numeral.lastIndexOf("十"), before = at < 0 ? "" : numeral.slice(0, at), after = numeral.slice(at + 1)
  const [ten, one] = [at < 0 ? 0 : before ? NUMERALS.indexOf(before) : 1, after ? NUMERALS.indexOf(after) : 0]
  return ten < 0 || one < 0 ? 0 : ten * 10 + one
}

const turned = (table) => new Map(Object.entries(table).flatMap(([key, said]) => said.split(" ").map((word) => [word, key])))

// `told` is the table that the site publishes; `find` and `every` ask its expressions by name.
export const openWords = (told) => {
  const one = new Map(), all = new Map()
  for (const [name, [source, flags]] of Object.entries(told.patterns)) {
    one.set(name, new RegExp(source, flags))
    all.set(name, new RegExp(source, `${flags}g`))
  }
  const folds = new Map(told.folded)
  const headings = turned(told.headings), labels = turned(told.labels), loose = new Set(told.loose)
  const fold = (text) => Array.from(text, (sign) => folds.get(sign) ?? sign).join("")
  const pattern = (name) => one.get(name)
  const find = (name, text) => one.get(name).exec(text)
  // What begins before `from` may not hide what begins there.
  const every = (name, text, from = 0) => {
    all.get(name).lastIndex = from
    const found = [...text.matchAll(all.get(name))]
    all.get(name).lastIndex = 0
    return found
  }
  const without = (name, text, by = "") => text.replace(all.get(name), by)
  const squeezed = (folded) => without("between", folded)
  const bare = (text) => squeezed(fold(text))
  const unitOf = (text) => {
    const folded = fold(text)
    if (find("per", folded)) return PER
    const found = new Set(every("unit", folded).map(([unit]) => unit))
    return found.size === 1 ? [...found][0] : ""
  }
  const withoutBrackets = (said) => strip(said.replace(/\([^()]*\)?(?=\n?$)/gu, ""))
  const whole = (text) => rstripOf(without("counted", strip(fold(text))), " :;。.")
  const heading = (text) => {
    const said = whole(text)
    return headings.get(bare(said)) ?? headings.get(bare(withoutBrackets(said))) ?? null
  }
  const labelOf = (text) => {
    const said = whole(text), key = labels.get(bare(said)) ?? labels.get(bare(withoutBrackets(said)))
    return key ? { key, unit: unitOf(text), start: 0 } : null
  }
  // The longest label that ends at a colon and begins at `first` or later.
  const labelBefore = (folded, colon, first) => {
    const begin = Math.max(first, colon - LONGEST), stops = [colon]
    const open = rstrip(folded.slice(begin, colon)).endsWith(")") ? opened(folded, begin, colon) : -1
    if (open >= 0) stops.push(open)
    for (let start = begin; start < colon; start += 1) {
      if (" ()/、".includes(folded[start])) continue
      for (const stop of stops) {
        const key = start < stop ? labels.get(squeezed(folded.slice(start, stop))) : null
        if (key) return { key, unit: unitOf(folded.slice(start, colon)), start }
      }
    }
    return null
  }
  return { told, headings, loose, pattern, fold, find, every, without, squeezed, bare, unitOf, heading, labelOf, labelBefore }
}

// Where the bracket that closes before a colon was opened.
const opened = (folded, begin, colon) => {
  let depth = 0
  for (let at = colon - 1; at >= begin; at -= 1) {
    depth += (folded[at] === ")") - (folded[at] === "(")
    if (folded[at] === "(" && depth === 0) return at
  }
  return -1
}
