// Makes a record of what was typed: a text a field, units that are asked for, days as they are printed.
// Without it the record is written by hand, as the guide shows.

import { alone, isAsked, isLeaf } from "./submit-nodes.js"
import { narrow } from "./submit-spelt.js"
import { isMapping } from "./submit-values.js"
import { clean, numeral } from "./submit-yaml.js"

const DAY = /^\d{4}(?:-\d\d){0,2}(?:T\d\d:\d\d(?::\d\d)?)?$/u
const POINTS = /^([\d,，]+(?:\.\d+)?) ?(?:分|[%％])?$/u
const WHOLE = /^(?:共 ?)?(\d{1,15}) ?[家个人名位份次]?$/u
// A sum may be written in any of these; a text without them is none.
const NUMERALS = /[\p{N}零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/u
// What is no text, and where an empty cell may be told as it is printed.
const STROKED = new Set(["b", "d"])
const SCALED = /^[万亿千百]/u
const COUNTS = { value: "value", about: "about", at_least: "min", at_most: "max" }
const FIRST = ["title", "source"]

// The record, the questions about it, and the id of the field behind every path.
export const documentOf = (it, draft) => {
  const out = { asks: [], ids: new Map() }
  const part = it.table.part(it.table.kinds[draft.kind])
  const keys = [...new Set([...FIRST, ...it.order, ...Object.keys(draft.of)])].filter((key) => draft.of[key])
  const document = { kind: draft.kind }
  for (const key of keys) put(document, key, fieldOf(it, part.fields.get(key), draft.of[key], [key], out))
  if (draft.invented) document.fictional = true
  // What was pasted and not seen to may state it.
  const isSeen = (draft.unread ?? []).every((one) => one.seen)
  if (draft.absent?.length && isSeen && document.source?.extent === "full") document.source.absent = draft.absent
  return { document, ...out }
}

const put = (into, key, value) => {
  if (value !== undefined) into[key] = value
}

const fieldOf = (it, field, node, path, out) => {
  if (!node) return undefined
  out.ids.set(path.join("."), node.id)
  if (isAsked(node)) out.asks.push({ at: path, sentence: node.found.question })
  if (field.times !== "*" && field.sort !== "l") return annotated(node, oneOf(it, field, node, path, out))
  if (node.items) {
    const found = []
    for (const one of node.items) {
      const value = fieldOf(it, alone(field), one, [...path, found.length], out)
      if (value !== undefined) found.push(value)
    }
    return found.length ? found : undefined
  }
  const texts = (Array.isArray(node.v) ? node.v : (node.v ?? "").split("\n")).map(clean).filter(Boolean)
  const made = texts.map((text) => (field.sort === "p" ? LEAVES[field.of](text, it, {}, path, out) : PLAIN[field.sort](text, it)))
  const value = made.length > 1 ? made : made[0]
  return value === undefined ? undefined : annotated(node, value)
}

const annotated = (node, value) => {
  if (value === undefined) return undefined
  const said = Object.fromEntries(["basis", "note", "printed"].filter((key) => clean(node[key] ?? "")).map((key) => [key, clean(node[key])]))
  if (!Object.keys(said).length) return value
  // What is only printed is an annotation already.
  return isMapping(value) && (node.of || value.value === null) ? { ...value, ...said } : { value, ...said }
}

const oneOf = (it, field, node, path, out) => {
  if (!isLeaf(field)) return partOf(it, it.table.part(field.of), node, path, out)
  const text = clean(node.v ?? "")
  if (!text) return undefined
  if (field.isOptional && STROKED.has(field.sort) && it.table.isStroke(text)) return { value: null, printed: text }
  return (field.sort === "p" ? LEAVES[field.of] : PLAIN[field.sort])(text, it, node, path, out)
}

const partOf = (it, part, node, path, out) => {
  const value = {}
  for (const [key, inner] of Object.entries(node.of ?? {})) put(value, key, fieldOf(it, part.fields.get(key), inner, [...path, key], out))
  return Object.keys(value).length ? value : undefined
}

const PLAIN = {
  t: (text) => text,
  u: (text) => text,
  w: (text) => text,
  "=": (text) => text,
  b: (text) => (text === "true" ? true : text === "false" ? false : text),
  h: (text) => (text === "true" ? true : text === "false" ? false : text),
  d: (text, it) => it.spelt.day(text),
  n: (text) => numeral((POINTS.exec(narrow(text))?.[1] ?? text).replace(/[,，]/gu, "")),
  i: (text) => numeral(WHOLE.exec(narrow(text))?.[1] ?? text),
}

// What a sum stands behind in a cell, and its unit in brackets: 最终报价:688000.00(元)
const CELL = /^(?:(?:最终|投标|成交|中标|合同|预算)?(?:报价|金额|价格?|总价)[：:])?([\d.,，]+)[(（](元|万元|亿元)[)）]$/u

// Nobody guesses a unit: what has none is asked for it.
const sum = (text, it, node, path, out) => {
  if (node.way === "printed") return { printed: text }
  const [, inCell, ofCell] = CELL.exec(narrow(text)) ?? []
  const said = it.spelt.money(inCell ? inCell + ofCell : text), plain = narrow(text)
  if (!said) {
    if (NUMERALS.test(text)) out.asks.push({ at: path, sentence: `‘${text}’ 看不出是多少钱：请只写数字和单位，例如 46.8万元；公告的原话写在右上角的“注明”里；说不成数字的，选“只照录”` })
    return { printed: text }
  }
  const unit = said.unit || node.unit || ""
  const number = said.last ? [numeral(said.first), numeral(said.last)] : numeral(said.first)
  if (!unit) {
    out.asks.push({ at: path, sentence: `‘${text}’ 没有单位：公告写的是元还是万元？请选单位；公告没有写、看不出来的，选“只照录”` })
    return { printed: text }
  }
  const way = said.way === "value" && node.way ? node.way : said.way
  if (way === "value" && /^[\d.]+元?$/u.test(plain) && unit === "元") return number
  const told = { [way]: number }
  if (unit !== "元") told.unit = unit
  if (said.per) told.per = said.per
  if (!/^[\d.]+(?:元|万元|亿元)?$/u.test(plain) && !said.per) told.printed = text
  return told
}

const count = (text, it, node) => {
  const said = it.spelt.figure(text)
  if (!said || SCALED.test(said.unit)) return { printed: text }
  const unit = said.unit || clean(node.unit ?? "")
  const told = said.last ? { min: numeral(said.first), max: numeral(said.last) } : { [COUNTS[said.bound || "value"]]: numeral(said.first) }
  if (unit) told.unit = unit
  if (said.last || said.bound) told.printed = text
  return Object.keys(told).length === 1 && "value" in told ? told.value : told
}

// By what a form asks for in one box.
const LEAVES = {
  Money: sum,
  Quantity: count,
  Score: (text) => (POINTS.test(narrow(text)) ? PLAIN.n(text) : { printed: text }),
  Grade: (text) => text,
  Point: (text, it) => (DAY.test(it.spelt.day(text)) ? it.spelt.day(text) : { event: text }),
}
