// What the browser's walker says of many records at once: a line of JSON in, a line of JSON out.
// A number arrives as {"\u0001": "3.0"}, for JSON knows no difference between 3 and 3.0.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { openTable } from "../content/assets/submit-table.js"
import { judge } from "../content/assets/submit-walker.js"
import { Numeral } from "../content/assets/submit-values.js"

const given = JSON.parse(readFileSync(process.argv[2], "utf8"))
const table = openTable(given)
const number = (_, value) => (value !== null && typeof value === "object" && Object.hasOwn(value, "\u0001") ? new Numeral(value["\u0001"]) : value)

for await (const line of createInterface({ input: process.stdin })) {
  const document = JSON.parse(line, number)
  console.log(JSON.stringify(judge(table, document)))
}
