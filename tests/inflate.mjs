// Unpacks what Node has packed, in every way that gzip can pack; prints how many were the same.
import { deepStrictEqual, rejects, throws } from "node:assert"
import { gzipSync } from "node:zlib"

import { inflated } from "../content/assets/inflate.js"
import { unpacked } from "../content/assets/reader.js"

const TEXTS = [
  "",
  "a",
  "社工".repeat(70_000),
  JSON.stringify(Array.from({ length: 9_000 }, (_, i) => `${i * 7919 % 4093} 街道办事处 ${i}`)),
  Array.from({ length: 66_000 }, (_, i) => String.fromCodePoint(32 + ((i * i * 31 + i) % 40_000) % 55_000)).join(""),
]
let same = 0
for (const text of TEXTS) {
  for (const level of [0, 1, 4, 9]) {
    // As it comes, codes for single letters alone, runs alone, the codes of the standard.
    for (const strategy of [0, 2, 3, 4]) {
      const packed = new Uint8Array(gzipSync(text, { level, strategy }))
      deepStrictEqual(new TextDecoder().decode(inflated(packed)), text)
      same += 1
    }
  }
}
const whole = new Uint8Array(gzipSync(TEXTS[3]))
throws(() => inflated(new Uint8Array([...whole.slice(0, 5_000), ...whole.slice(-8)])))
throws(() => inflated(new Uint8Array([...whole.slice(0, 10), 7, ...whole.slice(11)])))

const bufferOf = (bytes) => new Uint8Array(bytes).buffer
const given = { 名称: ["街道", 1] }
deepStrictEqual(await unpacked(bufferOf(gzipSync(JSON.stringify(given)))), given)
// A host may have unpacked it, and may have sent nothing or something else.
deepStrictEqual(await unpacked(bufferOf(Buffer.from(JSON.stringify(given)))), given)
await rejects(unpacked(bufferOf([])))
await rejects(unpacked(bufferOf(Buffer.from("<html>"))))
await rejects(unpacked(bufferOf([0x1f, 0x8b, 8, 0, 0])))
delete globalThis.DecompressionStream
deepStrictEqual(await unpacked(bufferOf(gzipSync(JSON.stringify(given)))), given)
await rejects(unpacked(bufferOf([0x1f, 0x8b, 8, 0, 0])))
console.log(same)
