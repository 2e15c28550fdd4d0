// What is asked for, kept in the address, so that a link gives the same selection again.
// Without it the plain list stays, page by page.

const RANGES = ["from", "to", "least", "most"]
const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/u
const day = (text) => (DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : "")
const NUMBER = /^\d+(\.\d+)?$/u
const MOST = 300
export const UNKNOWN = "网址里有认不出的条件，已忽略。"

// A list that is asked for words shows what fits best; else its first order.
const firstSort = (list, q) => Object.keys(list.sorts).find((name) => name !== "best" || q.trim())

// What a list is asked by, besides its facets; what else stands in an address is no condition of it.
const OTHERS = ["q", "sort", "page", "demo", "sample", "new", "view", "cross", ...RANGES]
// What a messenger or a mail adds to a link that is passed on.
const PASSED_ON = /^(?:utm_\w+|isappinstalled|scene|clicktime|enterid|nsukey|spm|fbclid|gclid|wx\w*|share\w*)$/u

// Two facets against each other and what is counted: `field,method,sum`; the second may be left out.
const crossFrom = (list, given) => {
  const [down, across, measure] = given.split(",")
  const measures = list.amount ? ["count", "sum", "median"] : ["count"]
  const known = list.facets.includes(down) && (!across || list.facets.includes(across)) && measures.includes(measure)
  return known ? { down, across, measure } : null
}

// Only amounts that are none are told of days that are none: messengers add `from` to links.
export const strangeWords = (list, search) => {
  const given = new URLSearchParams(search)
  const known = (name) => list.facets.includes(name) || OTHERS.includes(name) || PASSED_ON.test(name)
  const isSum = (name) => !given.get(name) || NUMBER.test(given.get(name))
  return [...given.keys()].every(known) && isSum("least") && isSum("most") && (!given.has("cross") || crossFrom(list, given.get("cross"))) ? "" : UNKNOWN
}

export const fromAddress = (list, search) => {
  const given = new URLSearchParams(search)
  const text = (name) => given.get(name) ?? ""
  const number = (name) => (NUMBER.test(text(name)) ? text(name) : "")
  return {
    q: [...text("q")].slice(0, MOST).join(""),
    sort: Object.hasOwn(list.sorts, text("sort")) ? text("sort") : "",
    page: Math.max(1, Number.parseInt(text("page"), 10) || 1),
    chosen: Object.fromEntries(list.facets.map((name) => [name, new Set(given.getAll(name))])),
    from: day(text("from")),
    to: day(text("to")),
    least: number("least"),
    most: number("most"),
    fictional: text("demo") === "1",
    sample: text("sample") === "1",
    fresh: text("new") === "1",
    view: text("view") === "compact" ? "compact" : "",
    cross: crossFrom(list, text("cross")),
  }
}

// Whoever asks what is open wants to know what ends first.
export const sortOf = (list, state) => state.sort || (state.chosen.open?.size ? "due" : firstSort(list, state.q))

export const toAddress = (list, state) => {
  const given = new URLSearchParams()
  if (state.q.trim()) given.set("q", state.q)
  for (const name of list.facets) for (const value of state.chosen[name]) given.append(name, value)
  for (const name of RANGES) if (state[name]) given.set(name, state[name])
  if (state.sort) given.set("sort", state.sort)
  if (state.fictional) given.set("demo", "1")
  if (state.sample) given.set("sample", "1")
  if (state.fresh) given.set("new", "1")
  if (state.view) given.set("view", state.view)
  if (state.cross) given.set("cross", [state.cross.down, state.cross.across, state.cross.measure].join(","))
  if (state.page > 1) given.set("page", state.page)
  return `${location.pathname}${given.size ? `?${given}` : ""}`
}

export const isNarrowed = (state) =>
  state.fresh || RANGES.some((name) => state[name]) || Object.values(state.chosen).some((values) => values.size)

export const cleared = (list, state) => ({
  ...state, from: "", to: "", least: "", most: "", fresh: false, page: 1,
  chosen: Object.fromEntries(list.facets.map((name) => [name, new Set()])),
})
