// Unpacks what gzip has packed, where a browser cannot by itself (before 2023).
// Without it search finds nothing there; the plain lists stay.

const MORE = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const FAR = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const LONGEST = 258
// A header without a name or a time, as ours is; behind it stand a checksum and the length.
const HEADER = 10, TRAILER = 8

const starts = (more, first) => more.reduce((at, bits) => [...at, at.at(-1) + (1 << bits)], [first]).slice(0, more.length)
// The longest has a symbol of its own.
const LENGTHS = [...starts(MORE, 3).slice(0, -1), LONGEST]
const DISTANCES = starts(FAR, 1)

// How many symbols have a code of each length, and the symbols in the order of their codes (RFC 1951, 3.2.2).
const codeOf = (lengths) => {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length] += length ? 1 : 0
  const next = counts.reduce((at, count) => [...at, at.at(-1) + count], [0])
  const symbols = []
  lengths.forEach((length, symbol) => { if (length) symbols[next[length]++] = symbol })
  return { counts, symbols }
}

const FIXED = [
  codeOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  codeOf(new Array(30).fill(5)),
]

export const inflated = (packed) => {
  // The last four bytes tell how long it is; a record of ours is never four gigabytes long.
  const out = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true))
  const input = { data: packed.subarray(HEADER, packed.length - TRAILER), at: 0, held: 0, bits: 0 }
  let at = 0, last = false
  while (!last) {
    last = bits(input, 1) === 1
    const kind = bits(input, 2)
    if (kind === 3) throw new Error("no such block")
    at = kind === 0 ? stored(input, out, at) : block(input, out, at, ...(kind === 1 ? FIXED : codes(input)))
  }
  if (at !== out.length) throw new Error(`${at} bytes, not ${out.length}`)
  return out
}

const bits = (input, count) => {
  while (input.bits < count) {
    if (input.at >= input.data.length) throw new Error("cut off")
    input.held |= input.data[input.at++] << input.bits
    input.bits += 8
  }
  const value = input.held & ((1 << count) - 1)
  input.held >>>= count
  input.bits -= count
  return value
}

const symbolOf = (input, { counts, symbols }) => {
  let code = 0, first = 0, index = 0
  for (let length = 1; length < 16; length++) {
    code |= bits(input, 1)
    if (code - first < counts[length]) return symbols[index + code - first]
    index += counts[length]
    first = (first + counts[length]) << 1
    code <<= 1
  }
  throw new Error("no such code")
}

const stored = (input, out, at) => {
  const { data } = input
  const from = input.at - (input.bits >> 3)
  const length = data[from] | (data[from + 1] << 8)
  out.set(data.subarray(from + 4, from + 4 + length), at)
  Object.assign(input, { at: from + 4 + length, held: 0, bits: 0 })
  return at + length
}

const codes = (input) => {
  const many = bits(input, 5) + 257, far = bits(input, 5) + 1, short = bits(input, 4) + 4
  const own = new Array(19).fill(0)
  for (let i = 0; i < short; i++) own[ORDER[i]] = bits(input, 3)
  const code = codeOf(own)
  const lengths = []
  while (lengths.length < many + far) {
    const symbol = symbolOf(input, code)
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 16) lengths.push(...new Array(3 + bits(input, 2)).fill(lengths.at(-1)))
    else lengths.push(...new Array(symbol === 17 ? 3 + bits(input, 3) : 11 + bits(input, 7)).fill(0))
  }
  return [codeOf(lengths.slice(0, many)), codeOf(lengths.slice(many))]
}

const block = (input, out, start, literals, distances) => {
  let at = start
  for (;;) {
    const symbol = symbolOf(input, literals)
    if (symbol === 256) return at
    if (symbol < 256) {
      out[at++] = symbol
      continue
    }
    const end = at + LENGTHS[symbol - 257] + bits(input, MORE[symbol - 257])
    const far = symbolOf(input, distances)
    const back = DISTANCES[far] + bits(input, FAR[far])
    if (back > at || end > out.length) throw new Error("points outside")
    for (; at < end; at++) out[at] = out[at - back]
  }
}
