// The explorer: search, facets and sorting over the columns files.
// Without it the plain list below stays, page by page.

import { fold, marked } from "./fold.js"
import { loadYears } from "./columns.js"

const PAGE = 50
const FACETS = [["year", "年份"], ["division", "地区"], ["field", "领域"], ["method", "方式"], ["stage", "阶段"]]
const SORTS = {
  new: (a, b) => (b.day > a.day) - (b.day < a.day),
  old: (a, b) => (a.day || "9") > (b.day || "9") ? 1 : -1,
  high: (a, b) => (b.sum ?? -1) - (a.sum ?? -1),
  low: (a, b) => (a.sum ?? Infinity) - (b.sum ?? Infinity),
}

export const explore = async (root) => {
  const plain = document.querySelector("[data-part=plain]")
  const form = root.querySelector("form")
  const part = (name) => root.querySelector(`[data-${name}]`)
  const state = fromAddress()
  let data
  try {
    data = await loadYears(root.dataset.search)
  } catch {
    plain.prepend(note("检索数据没有加载成功，下面是全部项目的列表。"))
    return
  }
  form.q.value = state.q
  form.sort.value = state.sort
  root.hidden = false
  plain.hidden = true

  const show = () => {
    const found = select(data.rows, state)
    part("count").textContent = counted(found.length, data.rows.length, state)
    part("results").replaceChildren(...shown(found, state, root.dataset.root))
    part("facets").replaceChildren(...FACETS.map((facet) => facetNode(facet, data, state, change)))
    part("chips").replaceChildren(...chips(data, state, change))
    part("pager").replaceChildren(...pager(found.length, state, change))
  }
  const change = (next) => {
    Object.assign(state, { page: 1 }, next)
    history.replaceState(null, "", toAddress(state))
    const open = [...root.querySelectorAll("details[open]")].map((node) => node.dataset.facet)
    const focus = document.activeElement?.dataset?.key
    show()
    for (const name of open) root.querySelector(`details[data-facet="${name}"]`).open = true
    if (focus) root.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus()
  }
  form.addEventListener("submit", (event) => event.preventDefault())
  form.q.addEventListener("input", () => change({ q: form.q.value }))
  form.sort.addEventListener("change", () => change({ sort: form.sort.value }))
  show()
}

const fromAddress = () => {
  const given = new URLSearchParams(location.search)
  const chosen = Object.fromEntries(FACETS.map(([name]) => [name, new Set(given.getAll(name))]))
  const sort = given.get("sort") in SORTS ? given.get("sort") : "new"
  const page = Math.max(1, Number.parseInt(given.get("page"), 10) || 1)
  return { q: (given.get("q") ?? "").slice(0, 200), sort, page, chosen, real: given.get("demo") === "0" }
}

const toAddress = (state) => {
  const given = new URLSearchParams()
  if (state.q) given.set("q", state.q)
  for (const [name] of FACETS) for (const value of state.chosen[name]) given.append(name, value)
  if (state.sort !== "new") given.set("sort", state.sort)
  if (state.real) given.set("demo", "0")
  if (state.page > 1) given.set("page", state.page)
  return `${location.pathname}${given.size ? `?${given}` : ""}`
}

const matches = (row, query) => !query || row.folded.some((text) => text.includes(query))

const select = (rows, state, without) => {
  const query = fold(state.q)
  const facets = FACETS.filter(([name]) => name !== without && state.chosen[name].size)
  return rows
    .filter((row) => !(state.real && row.fictional) && matches(row, query))
    .filter((row) => facets.every(([name]) => row[name].some((value) => state.chosen[name].has(value))))
    .sort((a, b) => a.fictional - b.fictional || SORTS[state.sort](a, b) || (a.id > b.id) - (a.id < b.id))
}

const counted = (found, all, state) => {
  if (found) return `找到 ${found} 个项目（共 ${all} 个）`
  const asked = state.q ? `“${state.q}”` : "所选条件"
  return `没有找到符合${asked}的项目。可以换一个更短的词，或去掉几个条件。检索范围是标题、编号、机构、地区和领域。`
}

const shown = (found, state, root) =>
  found.slice((state.page - 1) * PAGE, state.page * PAGE).map((row) => {
    const item = make("li", "p-row")
    const title = make("a", "p-row__title", ...marked(row.title, state.q))
    title.href = `${root}projects/${row.id}/`
    item.append(title)
    if (row.fictional) item.append(make("span", "p-badge p-badge--demo", "演示"))
    if (row.withdrawn) item.append(make("span", "p-badge p-badge--bad", "已撤回"))
    item.append(make("span", "p-row__says", ...marked(row.says.join(" · "), state.q)))
    const hit = row.numbers.find((one) => state.q && fold(one).includes(fold(state.q)))
    if (hit) item.append(make("span", "p-row__says", "编号：", ...marked(hit, state.q)))
    return item
  })

const facetNode = ([name, label], data, state, change) => {
  const counts = new Map()
  for (const row of select(data.rows, state, name)) {
    for (const value of row[name]) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  for (const value of state.chosen[name]) if (!counts.has(value)) counts.set(value, 0)
  const byCount = (a, b) => b[1] - a[1] || (a[0] > b[0] ? 1 : -1)
  const values = [...counts].sort(name === "year" ? (a, b) => (b[0] > a[0] ? 1 : -1) : byCount)
  const node = make("details", "", make("summary", "", `${label}${state.chosen[name].size ? `（已选 ${state.chosen[name].size}）` : ""}`))
  node.dataset.facet = name
  node.append(make("div", "p-explorer__values", ...values.map(([value, count]) => {
    const box = make("input", "")
    box.type = "checkbox"
    box.checked = state.chosen[name].has(value)
    box.dataset.key = `${name}:${value}`
    box.addEventListener("change", () => {
      const chosen = new Set(state.chosen[name])
      box.checked ? chosen.add(value) : chosen.delete(value)
      change({ chosen: { ...state.chosen, [name]: chosen } })
    })
    return make("label", "", box, `${data.label(name, value)} ${count}`)
  })))
  return node
}

const chips = (data, state, change) => {
  const list = FACETS.flatMap(([name]) => [...state.chosen[name]].map((value) => [name, value]))
  const nodes = list.map(([name, value]) => chip(`${data.label(name, value)} ✕`, `去掉条件 ${data.label(name, value)}`, () => {
    const chosen = new Set(state.chosen[name])
    chosen.delete(value)
    change({ chosen: { ...state.chosen, [name]: chosen } })
  }))
  nodes.push(chip(state.real ? "显示演示记录" : "隐藏演示记录", null, () => change({ real: !state.real })))
  return nodes
}

const chip = (text, title, act) => {
  const button = make("button", "", text)
  button.type = "button"
  button.dataset.key = `chip:${text}`
  if (title) button.setAttribute("aria-label", title)
  button.addEventListener("click", act)
  return make("li", "", button)
}

const pager = (found, state, change) => {
  const pages = Math.ceil(found / PAGE)
  if (pages < 2) return []
  const step = (text, page) => {
    const button = make("button", "", text)
    button.type = "button"
    button.dataset.key = text
    button.addEventListener("click", () => change({ page }))
    return button
  }
  const nodes = [make("span", "", `第 ${state.page} 页，共 ${pages} 页`)]
  if (state.page > 1) nodes.unshift(step("上一页", state.page - 1))
  if (state.page < pages) nodes.push(step("下一页", state.page + 1))
  return nodes
}

const make = (tag, name, ...inside) => {
  const node = document.createElement(tag)
  if (name) node.className = name
  node.append(...inside)
  return node
}

const note = (text) => make("p", "p-empty", text)
