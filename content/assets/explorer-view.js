// Paints the explorer: count, totals, chart, facets, chips, results and pager.
// Without it the plain list stays, page by page.

import { chartNodes } from "./chart.js"
import { asCsv, copyAddress, save } from "./download.js"
import { chipNodes, facetNode } from "./facets.js"
import { folded } from "./fold.js"
import { button, make } from "./make.js"
import { nearest, partsOf } from "./near.js"
import { resultNode } from "./results.js"
import { totals } from "./selection.js"
import { isNarrowed, sortOf } from "./state.js"

export const PAGE = 20
const ORGS = 5, FIRST = 5

export const paint = (it, acts) => {
  const { root, list, store, state, picked } = it
  const part = (name) => root.querySelector(`[data-${name}]`)
  const open = [...root.querySelectorAll("details[open][data-facet]")].map((node) => node.dataset.facet)
  const focused = document.activeElement?.dataset?.key
  const selected = document.activeElement?.selectionStart
  const pages = Math.max(1, Math.ceil(picked.rows.length / PAGE))
  const page = Math.min(state.page, pages)
  const put = (name, nodes) => part(name)?.replaceChildren(...nodes)

  part("count").textContent = `${it.partial ? "全文检索没有加载成功，只按标题、编号、机构和地区查找。" : ""}${it.ignored ? "网址里有认不出的条件，已忽略。" : ""}${countWords(it)}`
  root.querySelector("[name=sort]").value = sortOf(list, state)
  put("totals", list.amount ? totalNodes(picked.rows, it) : [])
  put("chart", list.day ? chartNodes(picked.counts.year, state, store, acts.choose) : [])
  put("facets", list.facets.map(([name, label]) => facetNode(name, label, picked.counts[name], { ...it, ...acts })))
  put("chips", [...freshNodes(it, acts), ...chipNodes(list, state, store, acts)])
  put("tools", toolNodes(it, acts))
  put("orgs", orgNodes(it))
  put("pager", pagerNodes(page, pages, acts.turn))
  put("empty", picked.rows.length || !isFinal(it) ? [] : emptyNodes(it, acts))
  for (const name of ["empty", "orgs", "sums"]) part(name).hidden = !part(name === "sums" ? "totals" : name).childElementCount
  results(it, part("results"), picked.rows.slice((page - 1) * PAGE, page * PAGE))

  for (const name of open) root.querySelector(`details[data-facet="${name}"]`)?.setAttribute("open", "")
  const again = focused && root.querySelector(`[data-key="${CSS.escape(focused)}"]`)
  // What was acted on may be gone with the act, as a chip is: then the count is where to go on.
  if (focused && !again) part("count").focus({ preventScroll: true })
  again?.focus({ preventScroll: true })
  if (again && selected !== null && selected !== undefined) again.setSelectionRange?.(selected, selected)
}

const isFinal = ({ store, found, failed }) => (store.complete || failed) && found

// What was found is known in full before the columns are here, unless they narrow it.
const isKnown = ({ found, ranks, state }) => found && ranks && !isNarrowed(state)

const countWords = (it) => {
  const { store, list, picked, state } = it
  const many = picked.rows.length
  if (it.failed) return `检索数据没有全部加载成功，下面只是其中 ${many} ${list.unit}，最下面另有可以逐页看的全部列表。`
  const asked = state.q.trim() && it.terms.length ? `“${state.q.trim()}”` : ""
  if (state.q.trim() && !it.terms.length) return `“${state.q.trim()}”里没有可以检索的字，下面是全部 ${many} ${list.unit}`
  if (!isFinal(it) && !isKnown(it)) return many ? `至少 ${many} ${list.unit}，还在查找` : "正在查找"
  if (!many) return `没有找到符合${asked || "所选条件"}的${list.thing}`
  return `找到 ${many} ${list.unit}（共 ${store.size} ${list.unit[0]}）`
}

// Results come in two steps: what the columns know at once, the words around a match when their texts are here.
const results = async (it, node, rows) => {
  const turn = (it.turn = (it.turn ?? 0) + 1)
  const context = { terms: it.terms, fold: it.fold, root: it.root.dataset.root, view: it.state.view }
  const says = (row) => row.says ?? it.list.says.flatMap((name) => it.store.texts(row, name))
  const shown = (row, given) => (row.pending ? given : { ...row, says: says(row) })
  const put = (texts, count = rows.length) => node.replaceChildren(...rows.slice(0, count).map((row, i) => resultNode(shown(row, texts[i]), { ...context, ...texts[i] })))
  const busy = (still) => node.setAttribute("aria-busy", String(still || !isFinal(it)))
  busy(rows.length > 0)
  if (!it.finder || !it.terms.length) {
    put([])
    return busy(false)
  }
  // While more is being found the first page often stays as it is: then nothing flickers.
  const sign = `${it.state.q} ${it.state.view} ${rows.map(({ at }) => at)}`
  const coming = rows.map((row) => it.finder.shown(row.at).catch(() => ({ title: "这一条没有加载成功", says: [] })))
  if (node.dataset.rows !== sign) {
    // Over a slow line the first screen need not wait for the rest of the page.
    const count = rows.some(({ pending }) => pending) ? FIRST : 0
    const first = await Promise.all(coming.slice(0, count))
    if (turn !== it.turn) return
    put(first, count || rows.length)
    node.dataset.rows = sign
  }
  const texts = await Promise.all(coming)
  if (turn !== it.turn) return
  put(texts)
  busy(false)
  if (rows.length) it.paintedNow()
}

const money = (yuan) =>
  yuan >= 1e8 ? `${(yuan / 1e8).toLocaleString("zh-CN", { maximumFractionDigits: 2 })} 亿元` : `${yuan.toLocaleString("zh-CN")} 元`

const totalNodes = (rows, it) => {
  if (!rows.length || !it.store.complete) return []
  const { real, demo, budget, award } = totals(rows)
  const said = [`真实记录 ${real} 条${demo ? `，演示 ${demo} 条（排在最后，不计入金额）` : ""}`]
  if (budget.count) said.push(`${budget.count} 条写明预算，合计 ${money(budget.sum)}`)
  if (award.count) said.push(`${award.count} 条写明成交或合同金额，合计 ${money(award.sum)}`)
  const nodes = [make("span", "", said.join("；"))]
  if (budget.count || award.count) nodes.push(make("small", "p-note", "同一笔钱的预算与成交不能相加；没有写明金额的不计。摘录不全，合计不代表实际支出。"))
  return nodes
}

const toolNodes = (it, { change }) => {
  const { state, list, picked, store } = it
  const nodes = []
  if (list.indexed) nodes.push(button(state.view ? "详细显示" : "紧凑显示", "tool:view", () => change({ view: state.view ? "" : "compact" })))
  if (store.complete && it.found && picked.rows.length) {
    nodes.push(button(`下载这 ${picked.rows.length} ${list.unit}（CSV）`, "tool:csv", () => save(asCsv(picked.rows, list, store, (row) => addressOf(row, it)), `${list.name}.csv`)))
  }
  const copy = button("复制链接", "tool:copy", async () => { copy.textContent = await copyAddress() })
  nodes.push(copy)
  return nodes.map((node) => make("li", "", node))
}

const freshNodes = ({ fresh, state }, { change }) => {
  if (!fresh?.fresh.size || state.fresh) return []
  const words = `上次访问（${fresh.on}）后新增或更新 ${fresh.fresh.size} 条`
  return [make("li", "", button(words, "tool:fresh", () => change({ fresh: true })))]
}

const addressOf = (row, { root }) => new URL(`${root.dataset.root}${row.href || `projects/${row.id}/`}`, location.href.split("?")[0]).href

// Organisations whose name holds what was asked for, ahead of the records they take part in.
const orgNodes = ({ orgs, terms, fold, root, list }) => {
  if (!list.indexed || !terms.length || !orgs) return []
  const found = orgs.filter(({ title }) => terms.every((term) => folded(title, fold).includes(term)))
  if (!found.length) return []
  const links = found.slice(0, ORGS).map(({ title, href, fictional }) => {
    const link = make("a", "", title)
    link.href = `${root.dataset.root}${href}`
    return fictional ? make("span", "", link, make("span", "p-badge p-badge--demo", "演示")) : link
  })
  const more = found.length > ORGS ? [`等 ${found.length} 家`] : []
  return [make("span", "p-quiet", "机构："), ...links, ...more]
}

const emptyNodes = (it, acts) => {
  const { terms, state } = it
  const parts = it.parts?.() ?? []
  const nodes = []
  if (terms.length > 1) nodes.push(make("p", "", `每个词都要出现：${parts.map(({ term, all }) => `“${term}”单独有 ${all} 条`).join("，")}。`))
  else if (terms.length) nodes.push(make("p", "", `按“${terms[0]}”查找，标点、全角半角、大小写和繁简的区别都不计。`))
  if (backwards(state)) nodes.push(make("p", "", "范围的起止写反了，请对调。"))
  if (state.fresh && !it.fresh) nodes.push(make("p", "", "这台设备上没有上次访问的记号，看不出哪些是新的。"))
  if (acts.narrowed()) nodes.push(make("p", "", terms.length ? "还选了筛选条件。" : "没有同时符合这些条件的，可以去掉一两个再试。", button("去掉全部条件", "empty:clear", acts.clear)))
  const missing = parts.filter(({ all }) => !all).map(({ term }) => term)
  if (missing.length) nodes.push(offers(missing, it, acts))
  return nodes
}

const backwards = ({ least, most, from, to }) => (least && most && Number(least) > Number(most)) || (from && to && from > to)

// Names that look like what was not found, and what of it is found; all of them only offered.
const offers = (missing, it, { change }) => {
  const ask = (word) => {
    it.root.querySelector("form").q.value = word
    change({ q: word })
  }
  const near = [...new Set(missing.flatMap((term) => nearest(term, it.store, it.fold)))].slice(0, 5)
  const box = make("div", "")
  if (near.length) box.append(make("p", "", "记录里有这些相近的名称：", ...near.map((word) => button(word, `near:${word}`, () => ask(word)))))
  const hint = make("p", "", "可以换一个更短的词，只写地名、机构名的一部分或编号的几位。")
  box.append(hint)
  if (it.finder && !it.partial) {
    const count = async (word) => {
      let found
      for await (found of it.finder.find(word));
      return found.ranks.size
    }
    Promise.all(missing.map((term) => partsOf(term, count))).then((found) => {
      const buttons = found.flat().map(({ part, count: many }) => button(`${part}（${many} 条）`, `part:${part}`, () => ask(part)))
      if (buttons.length) hint.replaceChildren("分开来能找到：", ...buttons)
    }, () => {})
  }
  return box
}

const pagerNodes = (page, pages, turn) => {
  if (pages < 2) return []
  const nodes = [make("span", "", `第 ${page} 页，共 ${pages} 页`)]
  if (page > 1) nodes.unshift(button("上一页", "pager:before", () => turn(page - 1)))
  if (page < pages) nodes.push(button("下一页", "pager:after", () => turn(page + 1)))
  return nodes
}
