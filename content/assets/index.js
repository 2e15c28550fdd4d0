// One full-text index: which grams a term needs, where their lists lie, which records match.
// Without it the plain lists stay; nothing else needs it.

import { cover } from "./cover.js"
import { WIDTH, decoded, followed, merged } from "./postings.js"

// Kilobytes as served: a bucket, a part of a common gram, a file of texts.
const BUCKET = 10, PART = 25, SAID = 4
const AT_ONCE = 4
// So many of the newest candidates are looked up in their texts before a long list is through.
const PREVIEW = 20

export const openIndex = async (read, name, said) => {
  const { docs, buckets, big, edition } = await read(`${name}/index.json`)
  const common = grouped(Object.keys(big))
  const bases = docs.map((_, i) => docs.slice(0, i).reduce((sum, count) => sum + count, 0))

  const bucketOf = (gram) => {
    const [first, second] = [...gram].map((char) => char.codePointAt(0))
    return read(`${name}/${(first * 31 + second) % buckets}.json?v=${edition}`)
  }

  const listOf = async (gram, segment) => {
    const starts = big[gram]
    if (!starts) return (await bucketOf(gram))[gram]?.split(" ")[segment] ?? ""
    const part = starts.findLastIndex((start) => start <= segment)
    const stem = [...gram].map((char) => char.codePointAt(0).toString(16)).join("-")
    return (await read(`${name}/${stem}.${part}.json?v=${edition}`)).split(" ")[segment - starts[part]] ?? ""
  }

  // At the end of a term two letters may go on: every gram that begins with them.
  const gramsOf = async ({ gram, open }) => {
    if (!open) return [gram]
    const rare = Object.keys(await bucketOf(gram)).filter((one) => one.startsWith(gram))
    return [...rare, ...(common.get(gram) ?? [])]
  }

  const placesOf = async (need, segment) => {
    const texts = await Promise.all((await gramsOf(need)).map((gram) => listOf(gram, segment)))
    return merged(texts.filter(Boolean).map(decoded))
  }

  const costOf = ({ gram, open }) => {
    const parts = open ? (common.get(gram) ?? []) : big[gram] ? [gram] : []
    return parts.length * PART + (open || !parts.length ? BUCKET : 0)
  }

  // Yields for each segment, newest first, the places where a term begins; `sure: false` where more may come.
  async function* search(term) {
    const chars = [...term]
    const needs = cover(chars, costOf).sort((a, b) => a.cost - b.cost)
    for (let segment = 0; segment < docs.length; segment++) {
      yield* within(segment, needs, term)
    }
  }

  async function* within(segment, needs, term) {
    let starts = null
    for (let i = 0; i < needs.length; i += AT_ONCE) {
      const lists = await Promise.all(needs.slice(i, i + AT_ONCE).map((need) => placesOf(need, segment)))
      lists.forEach((list, j) => {
        const { offset } = needs[i + j]
        starts = starts ? followed(starts, list, offset) : list.map((place) => place - offset)
      })
      const rest = needs.slice(i + AT_ONCE).reduce((sum, need) => sum + need.cost, 0)
      if (!starts.length || !rest) break
      const records = recordsOf(starts)
      if (said && records.length * SAID < rest) {
        yield { base: bases[segment], records: await holding(records, segment, term), sure: true }
        return
      }
      if (said) yield { base: bases[segment], records: await holding(records.slice(0, PREVIEW), segment, term), sure: false }
    }
    yield { base: bases[segment], records: recordsOf(starts), starts, sure: true }
  }

  const holding = async (records, segment, term) => {
    const held = await Promise.all(records.map((record) => said(bases[segment] + record, term)))
    return records.filter((_, i) => held[i])
  }

  return { edition, search }
}

const grouped = (grams) => {
  const groups = new Map()
  for (const gram of grams) groups.set(gram.slice(0, 2), [...(groups.get(gram.slice(0, 2)) ?? []), gram])
  return groups
}

const recordsOf = (starts) => {
  const records = []
  for (const start of starts) {
    const record = Math.floor(start / WIDTH)
    if (record !== records.at(-1)) records.push(record)
  }
  return records
}
