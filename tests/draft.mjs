// What the form makes of what is typed: a line of JSON in, the file's text, place and links out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { assess, isReady } from "../content/assets/submit-assess.js"
import { LEAVES, nodeOf } from "../content/assets/submit-draft.js"
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
  if (!isMapping(example)) return of === "Money" ? `${example}元` : String(example)
  if (example.unit_price) return `${example.unit_price}元/${example.per}`
  if (example.printed) return example.printed
  const bound = example.min ? "不少于" : example.about ? "约" : ""
  return `${bound}${example.value ?? example.min ?? example.about}${example.unit ?? ""}`
}
const nodeFrom = (field, example) => {
  const isLeaf = field.sort !== "p" || LEAVES[field.of]
  if ((field.times === "*" && !isLeaf) || field.sort === "l") {
    return { ...nodeOf(), items: (Array.isArray(example) ? example : [example]).map((one) => nodeFrom({ ...field, times: "", sort: "p" }, one)) }
  }
  if (isLeaf) {
    const all = Array.isArray(example) ? example : [example]
    return { ...nodeOf(), v: field.sort === "w" && field.times === "*" ? all : all.map((one) => typed(field, one)).join("\n") }
  }
  return { ...nodeOf(), of: Object.fromEntries(Object.entries(example).map(([key, one]) => [key, nodeFrom(table.part(field.of).fields.get(key), one)])) }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { kind, where, document, confirmed = {} } = JSON.parse(line)
  const part = table.part(table.kinds[kind])
  const draft = { kind, where, confirmed, absent: [], of: Object.fromEntries(Object.entries(document).map(([key, one]) => [key, nodeFrom(part.fields.get(key), one)])) }
  const said = assess(it, draft)
  const links = hosts.map((host) => linksOf(host, said.place.path ?? "", said.text))
  console.log(JSON.stringify({ text: said.text, place: said.place, links, isReady: isReady(said), said: [...said.stops, ...said.asks, ...said.doubts, ...said.personal].map(({ sentence }) => sentence) }))
}
