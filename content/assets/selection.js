// One pass over the rows: which are selected, and beside every facet value how many choosing it would give.
// Without it the plain list stays, page by page.

import { isNarrowed, sortOf } from "./state.js"

// `ranks` are the records a query found, null without one; `fresh` those new since the last visit.
export const select = (store, list, state, ranks, fresh) => {
  const facets = list.facets.map((name) => ({ name, wanted: wantedCodes(store, name, state.chosen[name]), counts: new Map() }))
  const passes = passer(list, state, ranks, fresh)
  const valuesOf = reader(store, state)
  const kinds = list.indexed && facets.find(({ name }) => name === "kind")
  const years = list.indexed && facets.find(({ name }) => name === "year")
  const narrowed = isNarrowed(state)
  const chosen = [], hidden = { fictional: 0, sample: 0 }
  for (const row of rowsOf(store, ranks)) {
    const shown = store.isShown(row.at, state)
    // What is not here yet can be shown, but not be filtered.
    const failing = row.pending || !passes(row) ? null : facets.filter(({ name, wanted }) => wanted && !valuesOf(row, name)?.some((code) => wanted.has(code)))
    if (row.pending ? !narrowed : failing && !failing.length) shown ? chosen.push(row) : hidden[row.fictional ? "fictional" : "sample"]++
    if (!failing || !shown) continue
    // With a year chosen, a kind is counted where it came out in that year.
    const dated = years?.wanted && failing.every(({ name }) => name === "kind" || name === "year")
    if (dated) tally(kinds.counts, row, row.kind?.filter((code) => yearsOf(row, store.words.kind[code], code).some((one) => years.wanted.has(one))))
    if (failing.length > 1) continue
    for (const { name, counts } of failing.length ? failing : facets) {
      if (!(years?.wanted && name === "kind")) tally(counts, row, valuesOf(row, name))
    }
  }
  const named = ({ name, counts }) => [name, new Map([...counts].map(([code, held]) => [store.words[name][code], held]))]
  return { rows: sorted(chosen, list, state, ranks), hidden, counts: Object.fromEntries(facets.map(named)) }
}

// The rows to look at, of those found only.
const rowsOf = (store, ranks) =>
  ranks ? [...ranks.keys()].map((at) => store.rows[at] ?? { at, pending: true, ...store.sortOf(at) }) : store.rows.filter(Boolean)

// The year of a record is that of its notices of the kinds that are asked for, where any are.
const reader = (store, { chosen }) => {
  const kinds = [...(chosen.kind ?? [])]
  if (!kinds.length) return (row, name) => row[name]
  const codes = kinds.map((kind) => store.words.kind?.indexOf(kind))
  return (row, name) => (name === "year" ? [...new Set(kinds.flatMap((kind, i) => yearsOf(row, kind, codes[i])))] : row[name])
}

// In which years the notices of the kinds that are asked for came out, in words; null where none is asked for.
export const actYears = (list, store, state) => {
  if (!list.indexed || !state.chosen.kind.size) return null
  const years = reader(store, state)
  return (row) => years(row, "year").map((code) => store.label("year", store.words.year[code])).sort()
}

const yearsOf = (row, kind, code) => row.acted?.[kind] ?? (row.kind?.includes(code) ? row.year : [])

const tally = (counts, row, codes) => {
  for (const code of codes ?? []) {
    const { all, real, sample } = counts.get(code) ?? { all: 0, real: 0, sample: 0 }
    counts.set(code, { all: all + 1, real: real + isCounted(row), sample: sample + Boolean(row.sample) })
  }
}

const wantedCodes = (store, name, values) =>
  values.size ? new Set([...values].map((value) => store.words[name]?.indexOf(value) ?? -1)) : null

const passer = (list, state, ranks, fresh) => {
  const least = state.least && Number(state.least) * 10_000
  const most = state.most && Number(state.most) * 10_000
  const inTime = (day) => day && (!state.from || day >= state.from) && (!state.to || day.slice(0, state.to.length) <= state.to)
  const inSum = (sum) => sum !== null && sum !== undefined && (!least || sum >= least) && (!most || sum <= most)
  return (row) =>
    (!state.fresh || fresh?.has(row.at)) &&
    (!(state.from || state.to) || inTime(row.day)) &&
    (!(least || most) || !list.amount || inSum(list.amount(row)))
}

const sorted = (rows, list, state, ranks) => {
  const [, compare, isAhead = () => false] = list.sorts[sortOf(list, state)]
  return rows.sort((a, b) => isAhead(b) - isAhead(a) || aside(a) - aside(b) || compare(a, b, ranks) || a.at - b.at)
}

const aside = (row) => (row.fictional ? 2 : row.sample ? 1 : 0)

// Whether a row is in counts and sums: neither invented nor a sample of a form.
export const isCounted = (row) => !aside(row)

// What stands beside a number of real records: 演示 20, 格式样例 1、演示 2.
export const apartWords = ({ all, real, sample }, unit = "") =>
  [["格式样例", sample], ["演示", all - real - sample]].filter(([, many]) => many).map(([what, many]) => `${what} ${many}${unit}`).join("、")

// What real records of a selection state together; all others are in no figure.
export const totals = (rows) => {
  const real = rows.filter(isCounted)
  const sum = (name) => {
    const stated = real.map((row) => row[name]).filter((one) => one !== null && one !== undefined)
    // In fen, as whole numbers, so that no cent is lost on the way.
    return { count: stated.length, sum: stated.reduce((all, one) => all + Math.round(one * 100), 0) / 100 }
  }
  const demo = rows.filter((row) => row.fictional).length
  return { real: real.length, demo, sample: rows.length - real.length - demo, budget: sum("budget"), award: sum("award") }
}
