// How the browser writes many records: a line of JSON in, its text and what the guard says out.
import { createInterface } from "node:readline"

import { guarded } from "../content/assets/submit-guard.js"
import { Numeral } from "../content/assets/submit-values.js"
import { clean, linesOf, written } from "../content/assets/submit-yaml.js"

const number = (_, value) => (value !== null && typeof value === "object" && Object.hasOwn(value, "\u0001") ? new Numeral(value["\u0001"]) : value)
const cleaned = (value) => {
  if (typeof value === "string") return clean(value)
  if (value === null || typeof value !== "object") return value
  if (value instanceof Numeral) return { "\u0001": value.text }
  return Array.isArray(value) ? value.map(cleaned) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]))
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const document = JSON.parse(line, number)
  const lines = linesOf(document)
  console.log(JSON.stringify({ text: written(document), clean: cleaned(document), refused: guarded(lines.map(({ text }) => text)), paths: lines.map(({ at }) => at) }))
}
