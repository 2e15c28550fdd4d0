// Paints the explorer: count, facets, chips, results, and what stands around them.
// Without it the plain list stays, page by page.

import { chartNodes } from "./chart.js"
import { chipNodes, facetNode } from "./facets.js"
import { resultNode } from "./results.js"
import { apartWords, isCounted } from "./selection.js"
import { isNarrowed, sortOf } from "./state.js"
import { againNodes, freshNodes, orderNodes, orgNodes, pagerNodes, toolNodes, totalNodes } from "./tools.js"

export const PAGE = 20
const FIRST = 5

export const paint = (it, acts) => {
  const { root, list, store, state, picked } = it
  const part = (name) => root.querySelector(`[data-${name}]`)
  const open = [...root.querySelectorAll("details[open][data-facet]")].map((node) => node.dataset.facet)
  const focused = document.activeElement?.dataset?.key
  const selected = document.activeElement?.selectionStart
  const pages = pagesOf(it), page = pageOf(it)
  const put = (name, nodes) => part(name)?.replaceChildren(...nodes)

  part("count").textContent = `${it.partial ? "全文检索没有加载成功，只按标题、编号、机构和地区查找。" : ""}${it.strange || ""}${it.ignored || ""}${countWords(it)}${page > 1 ? `，第 ${page} 页，共 ${pages} 页` : ""}`
  root.querySelector("[name=sort]").value = sortOf(list, state)
  put("totals", list.day ? totalNodes(picked.rows, it) : [])
  put("chart", list.day ? chartNodes(picked.counts.year, it, acts.choose) : [])
  put("facets", list.facets.map((name) => facetNode(name, labelOf(name, it), picked.counts[name], { ...it, ...acts })))
  put("chips", [...freshNodes(it, acts), ...chipNodes(it, acts)])
  put("tools", toolNodes(it, acts))
  put("orgs", [...orgNodes(it), ...againNodes(it)])
  put("pager", pagerNodes(page, pages, acts.turn))
  put("order", isFinal(it) ? orderNodes(it, acts, PAGE) : [])
  const none = !picked.rows.length && isFinal(it)
  root.querySelector("[name=sort]").closest("label").hidden = picked.rows.length < 2 && isFinal(it)
  if (!none) put("empty", [])
  part("empty").hidden = !none
  part("orgs").hidden = !part("orgs").childElementCount
  part("see").textContent = seeWords(it)
  part("cross").hidden = isFinal(it) && !picked.rows.length
  if (part("cross").open) it.cross?.()
  part("sums").hidden = (isFinal(it) || !list.day) && !part("totals").childElementCount && !part("chart").childElementCount
  const turn = (it.turn = (it.turn ?? 0) + 1)
  const advice = none && advise(it, acts, part("empty"), turn)
  offer(it, acts, part("meant"), turn, none)
  results(it, part("results"), picked.rows.slice((page - 1) * PAGE, page * PAGE), turn, advice)

  for (const name of open) root.querySelector(`details[data-facet="${name}"]`)?.setAttribute("open", "")
  const again = focused && root.querySelector(`[data-key="${CSS.escape(focused)}"]`)
  // What was acted on may be gone with the act, as a chip is: then the count is where to go on.
  if (focused && !again) part("count").focus({ preventScroll: true })
  again?.focus({ preventScroll: true })
  if (again && selected !== null && selected !== undefined) again.setSelectionRange?.(selected, selected)
}

const pagesOf = ({ picked }) => Math.max(1, Math.ceil(picked.rows.length / PAGE))

export const pageOf = (it) => Math.min(it.state.page, pagesOf(it))

// What an empty list says is loaded when one is empty; without it the count still says so.
const advise = async (it, acts, node, turn) => {
  const { emptyNodes } = await import("./empty.js").catch(() => ({ emptyNodes: () => [] }))
  if (turn === it.turn) node.replaceChildren(...emptyNodes(it, acts))
}

// What else the words may mean stands above what they found, where it would find more; an empty list says it itself.
const offer = async (it, acts, node, turn, none) => {
  const asks = isFinal(it) && !it.failed && it.list.indexed && it.terms.length && !none
  const nodes = asks ? await import("./meant.js").then(({ meantNodes }) => meantNodes(it, acts)).catch(() => []) : []
  if (turn !== it.turn) return
  node.replaceChildren(...nodes)
  node.hidden = !nodes.length
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
  if (!store.size) return "这里还没有记录。"
  if (it.given.length && !isFinal(it)) return "筛选还在准备"
  if (!isFinal(it) && !isKnown(it)) return many ? `至少 ${many} ${list.unit}，还在查找` : "正在查找"
  if (!many) return `没有找到符合${asked || "所选条件"}的${list.thing}`
  return `找到 ${many} ${list.unit}（共 ${store.shown(state)} ${list.unit[0]}）${amongWords(picked.rows, list)}`
}

// What of a number is not of real records is said with it.
const amongWords = (rows, { unit }) => {
  const count = { all: rows.length, real: rows.filter(isCounted).length, sample: rows.filter(({ sample }) => sample).length }
  const apart = apartWords(count, ` ${unit[0]}`)
  return apart && `，${count.real ? "其中" : "都不是真实的："}${apart}`
}

const labelOf = (name, { list, state, store }) =>
  name === "year" && list.indexed && state.chosen.kind.size ? "所选公告的年份" : store.label("facet", name)

// On a phone the conditions fill the screen: their last line leads to what they leave.
const seeWords = ({ picked, list, store }) => (!store.complete ? "看结果" : picked.rows.length ? `看 ${picked.rows.length} ${list.unit[0]}结果` : "没有结果，去看可以怎样改")

// Results come in two steps: what the columns know at once, the words around a match when their texts are here.
// An empty list is busy until it says what else could be asked for.
const results = async (it, node, rows, turn, advice) => {
  const context = { terms: it.terms, fold: it.fold, root: it.root.dataset.root, view: it.state.view }
  const says = (row) => row.says ?? it.list.says.flatMap((name) => it.store.texts(row, name))
  const shown = (row, given) => (row.pending ? given : { ...row, says: says(row) })
  const put = (texts, count = rows.length) => node.replaceChildren(...rows.slice(0, count).map((row, i) => resultNode(shown(row, texts[i]), { ...context, ...texts[i] })))
  // As of this painting: what arrives meanwhile is painted by another.
  const final = isFinal(it)
  if (it.given.length && !final) {
    if (!node.childElementCount) node.replaceChildren(...it.given.map((row) => row.cloneNode(true)))
    return node.setAttribute("aria-busy", "true")
  }
  const busy = (still) => node.setAttribute("aria-busy", String(Boolean(still) || !final))
  busy(rows.length > 0 || advice)
  if (!it.finder || !it.terms.length) {
    put([])
    if (advice) await advice
    return turn === it.turn && busy(false)
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
  if (advice) await advice
  if (turn !== it.turn) return
  put(texts)
  busy(false)
  if (rows.length) it.paintedNow()
}
