// The columns of a list, year by year as they arrive, held as codes: cheap to filter, count and sort.
// Without it the plain list stays, page by page.

import { folded } from "./fold.js"
import { isOpenAt, shanghai } from "./windows.js"

const OPEN = { answer: "现在可以参加", public: "现在可以提意见" }

export const openStore = async (read, list) => {
  const index = await read(`${list.name}/index.json`)
  const labels = { ...index.labels, open: OPEN }
  const now = shanghai(new Date())
  const store = {
    size: index.parts.reduce((sum, { count }) => sum + count, 0),
    real: index.real,
    // Rows are numbered in this order: what is counted, samples of a form, what is invented.
    sortOf: (at) => (at < index.real ? {} : at < index.real + (index.samples ?? 0) ? { sample: true } : { fictional: true }),
    // Neither of the last two is shown uninvited.
    isShown: (at, state) => Object.keys(store.sortOf(at)).every((name) => state[name]),
    shown: (state) => index.real + (state.sample ? (index.samples ?? 0) : 0) + (state.fictional ? store.size - index.real - (index.samples ?? 0) : 0),
    edition: index.edition,
    rows: [],
    words: {},
    complete: false,
    // A value of the vocabulary is known even where no record has it.
    knows: (name, value) => Object.hasOwn(labels[name] ?? {}, value) || Boolean(store.words[name]?.includes(value)),
    label: (name, value) =>
      Object.hasOwn(labels[name] ?? {}, value) ? labels[name][value] : name === "year" && value === "0000" ? "年份未知" : value,
  }
  const codes = {}
  const coded = (name, word) => {
    const known = (codes[name] ??= new Map())
    if (!known.has(word)) {
      known.set(word, known.size)
      ;(store.words[name] ??= []).push(word)
    }
    return known.get(word)
  }

  const take = (year, { at, words, plain }) => {
    const global = Object.fromEntries(Object.entries(words).map(([name, column]) => [name, column.words.map((word) => coded(name, word))]))
    at.forEach((record, i) => {
      const row = { at: record, ...store.sortOf(record), year: [coded("year", year)] }
      for (const name in plain) row[name] = plain[name][i]
      for (const name in words) row[name] = words[name].rows[i].map((code) => global[name][code])
      // Of what did not come out in the year of its record alone: in which.
      for (const code of row.acts ?? []) {
        const [kind, when] = store.words.acts[code].split(" ")
        ;((row.acted ??= {})[kind] ??= []).push(coded("year", when))
      }
      if (row.windows) open(row, row.fictional ? [index.demo_on, "00:00"] : now)
      store.rows[record] = row
    })
  }

  // What is over is left out: the columns were made on another day.
  const open = (row, when) => {
    row.windows = row.windows.filter(([, , until, since]) => isOpenAt(until, since, ...when))
    row.open = [...new Set(row.windows.map(([who]) => coded("open", who)))]
    ;[row.due] = row.windows.map(([, , until]) => until).sort()
  }

  // The texts of a row that one character, or a list without an index, is looked up in.
  const searched = (row, fold) => (row.folded ??= list.searched.flatMap((name) => textsOf(row, name)).map((text) => folded(text, fold)))
  const textsOf = (row, name) => {
    const given = row[name]
    if (!Array.isArray(given)) return [given]
    return typeof given[0] === "number" ? given.map((code) => store.label(name, store.words[name][code])) : given
  }

  // Calls back whenever a part has arrived; asking again waits for the same.
  let loading
  store.load = (arrived) => (loading ??= load(arrived))
  const load = async (arrived) => {
    const waiting = index.parts.map(async ({ name }) => [name, await read(`${list.name}/${name}.json?v=${index.edition}`)])
    for (const part of waiting) {
      take(...(await part))
      arrived()
    }
    store.complete = true
    arrived()
  }
  // What only a file holds comes when one is asked for, of the years that it takes.
  store.fill = async (rows) => {
    const wanted = new Set(rows.map(({ at }) => at))
    const { parts, edition } = await read(`${list.name}/file/index.json`)
    const tables = parts.map(({ name }) => read(`${list.name}/file/${name}.json?v=${edition}`))
    for (const { at, plain } of await Promise.all(tables)) {
      at.forEach((record, i) => {
        if (wanted.has(record)) for (const name in plain) store.rows[record][name] = plain[name][i]
      })
    }
  }
  store.scan = (term, fold, rank) => new Map(store.rows.filter((row) => searched(row, fold).some((text) => text.includes(term))).map((row) => [row.at, rank]))
  store.texts = (row, name) => textsOf(row, name)
  return store
}
