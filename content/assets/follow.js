// Leads to the feed of what is chosen in the explorer, where there is one: on the page that tells how to follow it.
// Without it every address stands on the page about following, and on the pages of bodies.

import { make } from "./make.js"

const RANGES = ["from", "to", "least", "most"]
const GROUPS = { kind: "kinds", division: "places", field: "fields" }
const BODIES = { purchaser: "purchasers", supplier: "suppliers", publisher: "purchasers" }

// One condition alone has a feed; of a body by the page that bears its name.
const feedOf = ({ state, orgs, list }) => {
  if (state.q.trim() || state.fresh || RANGES.some((name) => state[name])) return ""
  const chosen = Object.entries(state.chosen).flatMap(([name, values]) => [...values].map((value) => [name, value]))
  if (!chosen.length) return "feeds/notices"
  if (chosen.length > 1) return ""
  const [[name, value]] = chosen
  if (name === "open" && list.name === "records") return "feeds/windows"
  if (Object.hasOwn(GROUPS, name)) return `feeds/${GROUPS[name]}/${value}`
  const found = (orgs ?? []).filter(({ title, href }) => title === value && href.startsWith(`${BODIES[name]}/`))
  return found.length === 1 ? `feeds/${found[0].href.replace(/\/$/u, "")}` : ""
}

export const followNodes = (it) => {
  if (!it.list.day) return []
  const feed = feedOf(it)
  const link = make("a", "", feed ? "订阅这一类" : "这几个条件合在一起没有订阅地址：怎样订阅")
  link.href = `${it.root.dataset.root}guide/follow/${feed && `#of=${feed}`}`
  return [link]
}
