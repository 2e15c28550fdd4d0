// The explorer: search, facets and sorting over the columns files.
// Without it the plain list below stays, page by page.

import { fold, marked } from "./fold.js"
import { loadYears } from "./columns.js"
import { facetNode, make } from "./facets.js"

const PAGE = 50
export const FACETS = [["open", "现在"], ["year", "年份"], ["division", "地区"], ["field", "领域"], ["method", "方式"], ["stage", "阶段"]]
const SORTS = {
  new: (a, b) => (b.day > a.day) - (b.day < a.day),
  old: (a, b) => ((a.day || "9") > (b.day || "9") ? 1 : -1),
  high: (a, b) => (b.sum ?? -1) - (a.sum ?? -1),
  low: (a, b) => (a.sum ?? Infinity) - (b.sum ?? Infinity),
}

export const explore = async (root) => {
  const plain = document.querySelector("[data-part=plain]")
  const form = root.querySelector("form")
  const part = (name) => root.querySelector(`[data-${name}]`)
  let data
  try {
    data = await loadYears(root.dataset.search)
  } catch {
    plain.prepend(make("p", "p-empty", "检索数据没有加载成功，下面是全部项目的列表。"))
    return
  }
  const state = fromAddress(data)
  root.hidden = false
  plain.hidden = true

  const show = () => {
    form.q.value = state.q
    form.sort.value = state.sort
    const found = select(data.rows, state)
    state.page = Math.min(state.page, Math.max(1, Math.ceil(found.length / PAGE)))
    part("count").textContent = counted(found.length, data.rows.length, state)
    part("results").replaceChildren(...shown(found, state, root.dataset.root))
    part("facets").replaceChildren(...FACETS.map(([name, label]) => facetNode(name, label, counts(data, state, name), state, data, choose)))
    part("chips").replaceChildren(...chips(data, state, choose, change))
    part("pager").replaceChildren(...pager(found.length, state, turn))
  }
  const renew = () => {
    const open = [...root.querySelectorAll("details[open]")].map((node) => node.dataset.facet)
    const focus = document.activeElement?.dataset?.key
    show()
    for (const name of open) root.querySelector(`details[data-facet="${name}"]`).open = true
    if (focus) root.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus()
  }
  const change = (next) => {
    Object.assign(state, { page: 1 }, next)
    history.replaceState(null, "", toAddress(state))
    renew()
  }
  const choose = (name, value, wanted) => {
    const chosen = new Set(state.chosen[name])
    wanted ? chosen.add(value) : chosen.delete(value)
    change({ chosen: { ...state.chosen, [name]: chosen } })
  }
  const turn = (page) => {
    state.page = page
    history.pushState(null, "", toAddress(state))
    show()
    part("count").focus({ preventScroll: true })
    part("count").scrollIntoView({ block: "start" })
  }
  form.addEventListener("submit", (event) => event.preventDefault())
  form.q.addEventListener("input", () => change({ q: form.q.value }))
  form.sort.addEventListener("change", () => change({ sort: form.sort.value }))
  addEventListener("popstate", () => {
    Object.assign(state, fromAddress(data))
    show()
  })
  show()
}

const fromAddress = (data) => {
  const given = new URLSearchParams(location.search)
  const known = (name) => given.getAll(name).filter((value) => data.knows(name, value))
  const chosen = Object.fromEntries(FACETS.map(([name]) => [name, new Set(known(name))]))
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

// Words apart are wanted all; each must stand whole inside one field.
const terms = (query) => query.split(/\s+/u).map(fold).filter(Boolean)

const select = (rows, state, without) => {
  const wanted = terms(state.q)
  const facets = FACETS.filter(([name]) => name !== without && state.chosen[name].size)
  return rows
    .filter((row) => !(state.real && row.fictional) && wanted.every((term) => row.folded.some((text) => text.includes(term))))
    .filter((row) => facets.every(([name]) => row[name].some((value) => state.chosen[name].has(value))))
    .sort((a, b) => a.fictional - b.fictional || SORTS[state.sort](a, b) || (a.id > b.id) - (a.id < b.id))
}

const counts = (data, state, name) => {
  const found = new Map([...state.chosen[name]].map((value) => [value, 0]))
  for (const row of select(data.rows, state, name)) {
    for (const value of row[name]) found.set(value, (found.get(value) ?? 0) + 1)
  }
  return found
}

const counted = (found, all, state) => {
  if (found) return `找到 ${found} 个项目（共 ${all} 个）`
  const asked = state.q.trim() ? `“${state.q.trim()}”` : "所选条件"
  return `没有找到符合${asked}的项目。可以换一个更短的词，或去掉几个条件。检索范围是标题、编号、机构、地区、领域和采购方式。`
}

const shown = (found, state, root) =>
  found.slice((state.page - 1) * PAGE, state.page * PAGE).map((row) => {
    const words = state.q.split(/\s+/u).filter(Boolean)
    const title = make("a", "p-row__title", ...marked(row.title, words))
    title.href = `${root}projects/${row.id}/`
    const item = make("li", "p-row", title)
    if (row.fictional) item.append(make("span", "p-badge p-badge--demo", "演示"))
    if (row.withdrawn) item.append(make("span", "p-badge p-badge--bad", "已撤回"))
    item.append(make("span", "p-row__says", ...marked(row.says.join(" · "), words)))
    const number = row.numbers.find((one) => terms(state.q).some((term) => fold(one).includes(term)))
    if (number) item.append(make("span", "p-row__says", "编号：", ...marked(number, words)))
    return item
  })

const chips = (data, state, choose, change) => {
  const chosen = FACETS.flatMap(([name]) => [...state.chosen[name]].map((value) => [name, value]))
  const nodes = chosen.map(([name, value]) =>
    chip(`${data.label(name, value)} ✕`, `去掉条件 ${data.label(name, value)}`, () => choose(name, value, false)))
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

const pager = (found, state, turn) => {
  const pages = Math.ceil(found / PAGE)
  if (pages < 2) return []
  const step = (text, page) => {
    const button = make("button", "", text)
    button.type = "button"
    button.addEventListener("click", () => turn(page))
    return button
  }
  const nodes = [make("span", "", `第 ${state.page} 页，共 ${pages} 页`)]
  if (state.page > 1) nodes.unshift(step("上一页", state.page - 1))
  if (state.page < pages) nodes.push(step("下一页", state.page + 1))
  return nodes
}
