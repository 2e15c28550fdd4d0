// Asks for the words that were typed: the full-text index, else the columns alone.
// Without it the plain list stays, page by page.

import { openFinder } from "./finder.js"
import { termsOf } from "./fold.js"

// A name that was matched in the columns ranks as a title does.
const RANK = 1

// `told` is called with each state of the answer: ranks so far, whether it is whole, what each word finds alone.
export const asker = (it, load, told) => {
  let running = 0

  const scan = async (term) => {
    await load()
    return it.store.scan(term, it.fold, RANK)
  }
  async function* scanned(terms) {
    const maps = await Promise.all(terms.map(scan))
    const ranks = new Map([...maps[0]].filter(([at]) => maps.every((map) => map.has(at))))
    yield { ranks, done: true, parts: () => terms.map((term, i) => ({ term, held: new Set(maps[i].keys()) })) }
  }
  const answers = async function* (terms) {
    if (!it.list.indexed) return yield* scanned(terms)
    try {
      it.finder ??= await openFinder(it.read, scan)
      yield* it.finder.find(it.state.q)
      it.partial = false
    } catch {
      // The full text did not load: titles, numbers, names and places are in the columns too.
      it.partial = true
      yield* scanned(terms)
    }
  }

  return async () => {
    const turn = ++running
    const terms = termsOf(it.state.q, it.fold)
    if (!terms.length) {
      it.partial = false
      return told({ ranks: null, done: true, parts: null })
    }
    it.found = false
    for await (const answer of answers(terms)) {
      if (turn !== running) return
      told(answer)
    }
  }
}
