// Finds the records that hold every word of a query, best matches first.
// Without it the plain lists stay; nothing else needs it.

import { folded, folder, termsOf } from "./fold.js"
import { openIndex } from "./index.js"
import { WIDTH } from "./postings.js"

// Where in a head parties, place and field begin; before them stand numbers and title.
const NAMES = 320
const SAID = 4
const MARK = "\u0002"
// Ranks: an exact number, the title or a part of a number, a name, the text.
export const EXACT = 0, TITLED = 1, NAMED = 2, TOLD = 3

// `read` takes a path under search/ and gives its JSON; `scan` finds one character in the columns.
export const openFinder = async (read, scan) => {
  const holds = async (record, term) => {
    const { said } = await shown(record)
    return said.some(([, title, flat]) => [title, ...flat].some((text) => folded(text, fold).includes(term)))
  }
  const [table, heads, texts] = await Promise.all([read("folding.json"), openIndex(read, "heads", null), openIndex(read, "texts", holds)])
  const fold = folder(table)
  const shown = async (record) => {
    const { words, records } = await read(`said/${Math.floor(record / SAID)}.json?v=${heads.edition}${texts.edition}`)
    return inWords(records[record % SAID], words)
  }

  const ranksIn = async (term) => {
    if ([...term].length < 2) return scan(term)
    const ranks = new Map()
    // Whole numbers stand between marks; both are asked for at once, so that nothing waits twice.
    const whole = /[0-9a-z]/u.test(term) ? all(heads.search(MARK + term + MARK)) : []
    for await (const { base, starts } of heads.search(term)) {
      for (const start of starts) better(ranks, base + Math.floor(start / WIDTH), rankAt(start % WIDTH))
    }
    for (const { base, records } of await whole) {
      for (const record of records) ranks.set(base + record, EXACT)
    }
    return ranks
  }

  // Yields the ranks found so far, again and again the same map as it grows; `done` with the last.
  async function* find(query) {
    const terms = termsOf(query, fold)
    const ranks = new Map()
    const known = await Promise.all(terms.map(ranksIn))
    take(ranks, known, [...known[0].keys()])
    const told = terms.map(() => new Set())
    const parts = () => terms.map((term, i) => ({ held: new Set([...known[i].keys(), ...told[i]]), term }))
    yield { ranks, done: false, parts }
    const searches = terms.map((term) => ([...term].length > 1 ? texts.search(term) : none()))
    for (let open_ = searches.map(() => true); open_.includes(true); ) {
      const steps = await Promise.all(searches.map((search, i) => (open_[i] ? search.next() : { done: true })))
      steps.forEach(({ done, value }, i) => {
        open_[i] = !done
        for (const record of value?.records ?? []) told[i].add(value.base + record)
      })
      const fresh = steps.flatMap(({ value }) => (value ? value.records.map((record) => value.base + record) : []))
      take(ranks, known.map((map, i) => ({ get: (record) => map.get(record) ?? (told[i].has(record) ? TOLD : undefined) })), fresh)
      yield { ranks, done: false, parts }
    }
    yield { ranks, done: true, parts }
  }

  return { find, shown, terms: (query) => termsOf(query, fold) }
}

// Where a text may stand, a number is one of the words that the file holds once.
const inWords = (record, words) => {
  const word = (one) => (typeof one === "number" ? words[one] : one)
  const said = record.said.map(([anchor, title, flat, within]) =>
    [anchor, word(title), flat.map(word), within.map((one, i) => (i % 2 ? word(one) : one))])
  return { ...record, says: record.says.map(word), heads: record.heads.map(word), said }
}

async function* none() {}

const all = async (given) => {
  const held = []
  for await (const one of given) held.push(one)
  return held
}

const better = (ranks, record, rank) => {
  if (!(ranks.get(record) <= rank)) ranks.set(record, rank)
}

const rankAt = (place) => (place < NAMES ? TITLED : NAMED)

// A record is found when every word is; it ranks as the word that was found least well.
const take = (ranks, found, records) => {
  for (const record of records) {
    const all = found.map((one) => one.get(record))
    if (!all.includes(undefined)) ranks.set(record, Math.max(...all))
  }
}
