// What the form makes of what is typed: a line of JSON in, the file's text, place and links out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { assess, isReady } from "../content/assets/submit-assess.js"
import { choose, fill } from "../content/assets/submit-fill.js"
import { isLeaf } from "../content/assets/submit-nodes.js"
import { linksOf } from "../content/assets/submit-place.js"
import { openSigns } from "../content/assets/submit-signs.js"
import { openSpelt } from "../content/assets/submit-spelt.js"
import { openTable } from "../content/assets/submit-table.js"

const { table: given, signs, hosts } = JSON.parse(readFileSync(process.argv[2], "utf8"))
const table = openTable(given)
const it = { table, signs: openSigns(signs), spelt: openSpelt(given), order: [] }

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
const valueFrom = (field, example) => {
  if (Array.isArray(example)) return example.map((one) => valueFrom({ ...field, times: "" }, one))
  if (isLeaf(field)) return typed(field, example)
  const { fields } = table.part(field.of)
  return isMapping(example) ? Object.fromEntries(Object.entries(example).map(([key, one]) => [key, valueFrom(fields.get(key), one)])) : example
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { kind, where, document = {}, items = [], chosen = [], confirmed = {} } = JSON.parse(line)
  const part = table.part(table.kinds[kind])
  const draft = { kind, where, confirmed, absent: [], of: {} }
  const left = fill(table, draft, [...Object.entries(document).map(([key, one]) => ({ path: key, value: valueFrom(part.fields.get(key), one) })), ...items])
  choose(table, draft, { items: chosen })
  let said = assess(it, draft)
  // Who types here has looked at every sum that is read back.
  const read = said.sums.map(({ at, sentence }) => ({ at: at.join("."), sentence }))
  draft.seen = Object.fromEntries(read.map(({ at, sentence }) => [at, sentence]))
  said = assess(it, draft)
  const links = hosts.map((host) => linksOf(host, said.place.path ?? "", said.text))
  console.log(JSON.stringify({ left, read, text: said.text, place: said.place, links, isReady: isReady(said), said: [...said.stops, ...said.asks, ...said.doubts, ...said.personal].map(({ sentence }) => sentence) }))
}
