// Two facets of the selection against each other: how many, what exact sums add up to, their median.
// Without it the counts beside the facets say how many there are of each.

import { make } from "./make.js"
import { isCounted } from "./selection.js"

const ROWS = 40, COLUMNS = 8
// Of fewer no median says anything: they are told one by one.
const FEW = 10
const REST = "其余各项", NONE = "没有写明", ALL = "合计"
const MEASURES = { count: "几条", sum: "确数合计（元）", median: "确数中位数（元）" }
const FIRST = { records: ["field", "method"], notices: ["kind", "year"], purchasers: ["type", "year"], suppliers: ["type", "year"] }

const number = (value) => value.toLocaleString("zh-CN", { maximumFractionDigits: 2 })
const median = (some) => {
  const half = some.length >> 1
  return some.length % 2 ? some[half] : (some[half - 1] + some[half]) / 2
}

// What the rows of a cell come to; sums in fen, as whole numbers, so that no cent is lost.
const measured = (rows, measure) => {
  if (measure === "count") return { value: rows.size, said: String(rows.size) }
  const sums = [...rows].filter(({ sure, award }) => sure && award !== null && award !== undefined).map(({ award }) => Math.round(award * 100)).sort((a, b) => a - b)
  if (!sums.length || (measure === "median" && sums.length < FEW)) return { value: "", said: sums.length ? `—（${sums.length} 条）` : "—" }
  const value = (measure === "sum" ? sums.reduce((all, one) => all + one, 0) : median(sums)) / 100
  return { value, said: `${number(value)}（${sums.length} 条）` }
}

// The values of a facet that stand by themselves, most records first, years in their order; all others are one.
const ranked = (rows, name, most, store) => {
  if (!name) return () => []
  const counts = new Map()
  for (const row of rows) for (const code of row[name] ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  const shown = [...counts].sort(([a, x], [b, y]) => y - x || a - b).slice(0, most).map(([code]) => code)
  const own = new Set(shown)
  const label = (code) => store.label(name, store.words[name][code])
  if (name === "year") shown.sort((a, b) => (label(b) > label(a)) - (label(b) < label(a)))
  const keysOf = (row) => (row[name]?.length ? [...new Set(row[name].map((code) => (own.has(code) ? label(code) : REST)))] : [NONE])
  keysOf.order = [...shown.map(label), REST, NONE]
  return keysOf
}

export const crossed = (it, { down, across, measure }) => {
  const real = it.picked.rows.filter((row) => isCounted(row) && !row.pending && !row.withdrawn)
  const lines = ranked(real, down, ROWS, it.store), heads = ranked(real, across, COLUMNS, it.store)
  const cells = new Map()
  const put = (line, head, row) => {
    const own = cells.get(line) ?? cells.set(line, new Map()).get(line)
    ;(own.get(head) ?? own.set(head, new Set()).get(head)).add(row)
  }
  for (const row of real) {
    for (const line of [...lines(row), ALL]) for (const head of [...heads(row), ALL]) put(line, head, row)
  }
  const used = (order, has) => [...(order ?? []).filter(has), ALL]
  const columns = used(heads.order, (head) => cells.get(ALL)?.has(head))
  const made = used(lines.order, (line) => cells.has(line)).map((line) => ({
    line,
    cells: columns.map((head) => measured(cells.get(line)?.get(head) ?? new Set(), measure)),
  }))
  return { columns, lines: made, total: real.length }
}

const labelOf = (it, name) => it.store.label("facet", name)

const tableOf = (it, asked, found) => {
  const first = make("th", "", labelOf(it, asked.down))
  first.scope = "col"
  const heads = found.columns.map((head) => {
    const node = make("th", "p-figure", head)
    node.scope = "col"
    return node
  })
  const rows = found.lines.map(({ line, cells }) => {
    const head = make("th", "", line)
    head.scope = "row"
    const own = cells.map(({ value, said }, i) => {
      const node = make("td", value ? "p-figure" : "p-figure p-zero", said)
      node.dataset.label = found.columns[i]
      return node
    })
    return make("tr", "", head, ...own)
  })
  const by = asked.across ? `${labelOf(it, asked.down)}和${labelOf(it, asked.across)}` : labelOf(it, asked.down)
  const caption = make("caption", "", `按${by}：${MEASURES[asked.measure]}`)
  return make("table", "p-table p-bars p-cross", caption, make("thead", "", make("tr", "", first, ...heads)), make("tbody", "", ...rows))
}

const choice = (words, name, options, act) => {
  const select = make("select", "")
  select.name = name
  select.append(...options.map(([key, label]) => new Option(label, key)))
  select.addEventListener("change", () => act(name, select.value))
  return make("label", "", `${words} `, select)
}

const asCsv = async (it, asked, found) => {
  const { cell, save } = await import("./download.js")
  const lines = [[labelOf(it, asked.down), ...found.columns], ...found.lines.map(({ line, cells }) => [line, ...cells.map(({ value }) => value)])]
  save(`\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`, `${it.list.name}-crosstab.csv`)
}

// What is asked: what the address says, else what most people want to know of this list.
const asked = ({ list, state }) => {
  const [down, across] = FIRST[list.name]
  return state.cross ?? { down, across, measure: "count" }
}

// Puts the choices and the table into their place; the table again whenever the selection or the address changes.
// What is chosen is handed on, so that the address gives the same table again.
export const cross = (it, root, keep) => {
  const facets = it.list.facets.filter((name) => name !== "open")
  const place = make("div", "")
  place.setAttribute("aria-live", "polite")
  const named = facets.map((name) => [name, labelOf(it, name)])
  const measures = Object.entries(MEASURES).slice(0, it.list.amount ? 3 : 1)
  const change = (name, value) => keep({ ...asked(it), [name]: value })
  const choices = make("div", "p-explorer__line p-cross__asked", choice("每行一个", "down", named, change),
    choice("每列一个", "across", [["", "（不分列）"], ...named], change), choice("算什么", "measure", measures, change))
  root.replaceChildren(choices, place)
  const paint = () => {
    const now = asked(it), found = crossed(it, now)
    for (const select of choices.querySelectorAll("select")) select.value = now[select.name]
    const take = make("button", "p-button", "下载这张表（CSV）")
    take.type = "button"
    take.addEventListener("click", () => asCsv(it, now, found))
    const told = "只数真实的、没有撤回的记录；一条记录有几个值的，在几格里各数一次，合计只数一次。"
    const sums = now.measure === "count" ? "" : "只算原文写明的确数：合同（含变更）金额，没有合同的是成交或资助金额。收录的不是全部，合计不代表实际支出。不到十条的不取中位数。"
    place.replaceChildren(...(found.total ? [tableOf(it, now, found), make("p", "", take)] : [make("p", "p-empty", "选出的记录里没有真实的。")]), make("p", "p-note", told + sums))
  }
  paint()
  return paint
}
