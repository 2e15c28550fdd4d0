// Looks in the text of a record for what belongs to a person, before anything leaves the page.
// Without it the check stops the record when it arrives; whoever is named, only the check finds.

import { isCreditCode, openNumbers } from "./submit-numbers.js"

// Full-width and other forms of letters, digits and signs.
const FORMS = /[\uff01-\uff5e\ufe50-\ufe6b\u{1d400}-\u{1d7ff}\u2169\u2179]/gu
const DIGITS = [0x660, 0x6f0, 0x966]
const BLANKS = /[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu
const JOINED = new Set(["value", "printed", "note", "text"])
const BROKEN = "\v"
const HAN = "[一-鿿]"

const pairsOf = (text) => {
  const signs = [...text]
  return new Map(signs.flatMap((one, i) => (i % 2 ? [] : [[one, signs[i + 1]]])))
}

export const openSigns = (given) => {
  const { holds, cue } = openNumbers(given)
  const fold = openFold(given.fold)
  const signs = given.signs.map(([id, sentence, source, flags, name, shown]) => ({ id, sentence, shown, name, pattern: new RegExp(source, `${flags}dg`) }))
  return { signs, holds, cue, fold }
}

const openFold = ({ loose: [source, flags], script, counted, kept, crosses }) => {
  const loose = new RegExp(source, `${flags}g`)
  const scripts = pairsOf(script), counts = pairsOf(counted)
  const plain = (text) => text
    .replace(FORMS, (one) => (kept.includes(one) ? one : one.normalize("NFKC")))
    .replace(BLANKS, " ")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu, (one) => String(one.codePointAt(0) - DIGITS.findLast((start) => start <= one.codePointAt(0))))
    .replace(/[\u0400-\u04ff\u0370-\u03ff\u3400-\u9fff]/gu, (one) => (crosses.includes(one) ? "X" : (scripts.get(one) ?? one)))
  return (raw) => {
    const text = plain(raw), pieces = [], starts = [], origins = []
    let length = 0, last = 0
    const add = (piece, origin) => {
      if (!piece) return
      pieces.push(piece)
      starts.push(length)
      origins.push(origin)
      length += piece.length
    }
    for (const found of text.matchAll(loose)) {
      add(text.slice(last, found.index), last)
      add(told(found, plain, counts), found.index)
      last = found.index + found[0].length
    }
    pieces.push(text.slice(last))
    starts.push(length)
    origins.push(last)
    return { text: pieces.join(""), origin: (at) => originOf(starts, origins, at) }
  }
}

const originOf = (starts, origins, at) => {
  const piece = starts.findLastIndex((start) => start <= at), raw = origins[piece] + at - starts[piece]
  const next = origins[piece + 1]
  return next === undefined || raw < next ? raw : Math.max(next - 1, origins[piece])
}

// What stands in the folded text for what YAML or a keyboard put there.
const told = (found, plain, counts) => {
  const { key, name, item, comment, line, dash, unseen, two, four, eight, coded, spread, blank, count } = found.groups
  if (key !== undefined) return JOINED.has(name.toLowerCase()) && !item ? "：" : `\n${item ? "- " : ""}${name.toLowerCase()}：`
  if (comment !== undefined || line !== undefined) return breakOf(found, dash, comment)
  if (unseen !== undefined || spread !== undefined) return ""
  if (blank !== undefined) return " "
  if (coded !== undefined) return decodeURIComponent(coded)
  if (count !== undefined) return [...count].filter((one) => counts.has(one)).length < 3 ? count : [...count].map((one) => counts.get(one) ?? one).join("")
  const code = Number.parseInt(two ?? four ?? eight, 16)
  return code < 0x110000 ? plain(String.fromCodePoint(code)) : " "
}

// YAML reads a line that goes on as a blank; Chinese has none inside a word.
const breakOf = ({ input, index, 0: all }, dash, comment) => {
  if (dash || all.includes("\n\n")) return "\n"
  const line = input.slice(input.lastIndexOf("\n", index - 1) + 1, index)
  if (/[;|\t]|,.*,/u.test(line) || (comment !== undefined && !line.includes("#"))) return "\n"
  const last = input.charAt(index - 1), first = input.charAt(index + all.length)
  if (/\p{Nd}/u.test(last) && /\p{Nd}/u.test(first)) return BROKEN
  const isAscii = (one) => one === "" || one.charCodeAt(0) < 128
  return isAscii(last) && isAscii(first) ? " " : ""
}

// Every sign in a text, and from where to where; `mayShow(sign, start)` says which field may hold it.
export const look = (it, text, mayShow = () => false) => {
  const folded = it.fold(text)
  return it.signs.flatMap((sign, number) => [...folded.text.matchAll(sign.pattern)].flatMap((match) => {
    const [start, end] = match.indices.groups.found
    const place = { text: folded.text, found: match.groups.found, groups: match.groups, start, end, whole: match.index, wholeEnd: match.index + match[0].length }
    if (!it.holds(sign.name, place)) return []
    const at = folded.origin(start)
    return mayShow(sign, at, text.slice(at, folded.origin(end))) ? [] : [{ id: sign.id, sentence: sign.sentence, number, at }]
  }))
}

// Whether the field of a value has the mark that a sign asks for.
export const mayShowIn = (it, shown, path, value, isOwned) => (sign) => {
  if (!sign.shown) return false
  if (sign.shown === "code") return shown.includes("c") && isCreditCode(value)
  if (shown.includes("n") && (sign.shown === "number" || sign.shown === "phone")) {
    if (path.at(-1) === "url") return value.includes("://") && !it.cue.askedFor.test(value)
    const said = it.fold(value).text
    if (it.cue.called.test(said) || new RegExp(`^${HAN}{2,4}$`, "u").test(said.replace(/[0-9\- ]+$/u, ""))) return false
    return sign.shown !== "phone" || isOwned
  }
  return shown.includes(sign.shown[0])
}
