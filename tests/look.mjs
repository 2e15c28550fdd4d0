// Which signs of personal data the browser sees in many texts: a text in, number of the sign and line out.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

import { look, openSigns } from "../content/assets/submit-signs.js"

const it = openSigns(JSON.parse(readFileSync(process.argv[2], "utf8")))
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const text = JSON.parse(line)
  console.log(JSON.stringify(look(it, text).map(({ number, at }) => [number, text.slice(0, at).split("\n").length])))
}
