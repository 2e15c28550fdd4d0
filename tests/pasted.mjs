// What the browser makes of many pasted texts: {blocks, kind, keys} in; what they say, and what is filled, out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { ofText } from "../content/assets/submit-blocks.js"
import { openNotice } from "../content/assets/submit-notice.js"

const it = openNotice(JSON.parse(readFileSync(process.argv[2], "utf8")))
const row = {
  heading: ({ at, section, words }) => ["Heading", at, section, words],
  mark: ({ at, lot, isInline }) => ["Mark", at, [lot.id, lot.number, lot.name], isInline],
  pair: ({ at, key, words, value, unit, isCut }) => ["Pair", at, key, words, value, unit, isCut],
  words: ({ at, text }) => ["Words", at, text],
  grid: ({ table, first, head, rows }) => ["Grid", table.at, first, head, rows],
}
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { text, blocks, kind, keys } = JSON.parse(line)
  const held = text === undefined ? blocks : ofText(text)
  const said = it.said(held)
  console.log(JSON.stringify({ blocks: held, said: said.map((one) => row[one.is](one)), ...it.read(said, kind, (key) => keys.includes(key)) }))
}
