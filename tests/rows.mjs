// What the browser makes of tables that are pasted: {kind, keys, block} in; what is filled and what is not, out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { openColumns } from "../content/assets/submit-columns.js"
import { openTable } from "../content/assets/submit-table.js"
import { openWords } from "../content/assets/submit-words.js"

const { notice, columns, table: given } = JSON.parse(readFileSync(process.argv[2], "utf8"))
const it = openWords(notice), table = openTable(given)
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { kind, keys, block } = JSON.parse(line)
  console.log(JSON.stringify(openColumns(it, columns[kind], table).read(block, (key) => keys.includes(key))))
}
