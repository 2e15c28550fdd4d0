// What the browser asks about the sums of many records: a line of JSON in, ids and sentences out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { doubtsOf } from "../content/assets/submit-doubts.js"
import { Numeral } from "../content/assets/submit-values.js"
import { openTable } from "../content/assets/submit-table.js"

const given = JSON.parse(readFileSync(process.argv[2], "utf8"))
const opened = openTable(given)
const number = (_, value) => (value !== null && typeof value === "object" && Object.hasOwn(value, "\u0001") ? new Numeral(value["\u0001"]) : value)

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const document = JSON.parse(line, number)
  console.log(JSON.stringify(doubtsOf({ table: opened }, document)))
}
