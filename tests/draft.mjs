// What the form makes of what is typed: a line of JSON in, the file's text, place and links out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { assess, isReady } from "../content/assets/submit-assess.js"
import { choose, fill } from "../content/assets/submit-fill.js"
import { isLeaf } from "../content/assets/submit-nodes.js"
import * as last from "../content/assets/submit-last.js"
import { linksOf } from "../content/assets/submit-place.js"
import { openSpelt } from "../content/assets/submit-spelt.js"
import { openTable } from "../content/assets/submit-table.js"

const { table: given, firsts, signs, hosts } = JSON.parse(readFileSync(process.argv[2], "utf8"))
const whole = openTable(given)
const it = { table: whole, last, signs: last.openSigns(signs), spelt: openSpelt(given), order: [] }

const isMapping = (one) => typeof one === "object" && one !== null && !Array.isArray(one)
// An example as a hand types it into the box of its field.
const typed = ({ of }, example) => {
  if (example === true || example === false) return String(example)
  if (!isMapping(example)) return of === "Money" ? `${example}元` : String(example)
  if (example.unit_price) return `${example.unit_price}元/${example.per}`
  if (example.printed) return example.printed
  const bound = example.min ? "不少于" : example.about ? "约" : ""
  return `${bound}${example.value ?? example.min ?? example.about}${example.unit ?? ""}`
}
const valueFrom = (table, field, example) => {
  if (Array.isArray(example)) return example.map((one) => valueFrom(table, { ...field, times: "" }, one))
  if (isLeaf(field)) return typed(field, example)
  const { fields } = table.part(field.of)
  if (!isMapping(example)) return example
  // What is not asked at first is not typed either.
  return Object.fromEntries(Object.entries(example).filter(([key]) => fields.has(key)).map(([key, one]) => [key, valueFrom(table, fields.get(key), one)]))
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { kind, where, document = {}, items = [], chosen = [], confirmed = {}, by } = JSON.parse(line)
  // What a form knows before somebody asks for more; `by` says which of both judges what is asked at first.
  const first = by ? openTable(firsts[kind]) : whole, table = by === "first" ? first : whole
  it.table = table
  const part = first.part(first.kinds[kind])
  const draft = { kind, where, confirmed, absent: [], of: {} }
  const left = fill(table, draft, [...Object.entries(document).map(([key, one]) => ({ path: key, value: valueFrom(first, part.fields.get(key), one) })), ...items])
  choose(table, draft, { items: chosen })
  let said = assess(it, draft)
  // Who types here has looked at every sum that is read back.
  const read = said.sums.map(({ at, sentence }) => ({ at: at.join("."), sentence }))
  draft.seen = Object.fromEntries(read.map(({ at, sentence }) => [at, sentence]))
  said = assess(it, draft)
  const links = hosts.map((host) => linksOf(host, said.place.path ?? "", said.text))
  console.log(JSON.stringify({ left, read, text: said.text, place: said.place, links, isReady: isReady(said), said: [...said.stops, ...said.asks, ...said.doubts, ...said.personal].map(({ sentence }) => sentence) }))
}
