// How the browser reads days and sums as a hand writes them: a text in, both readings out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { openSpelt } from "../content/assets/submit-spelt.js"

const { day, money } = openSpelt(JSON.parse(readFileSync(process.argv[2], "utf8")))
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const text = JSON.parse(line)
  console.log(JSON.stringify({ day: day(text), money: money(text) }))
}
