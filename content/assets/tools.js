// Around the results: sums, organisations, what is new, how to take it home, the next page.
// Without it the plain list stays, page by page.

import { folded } from "./fold.js"
import { followNodes } from "./follow.js"
import { button, make } from "./make.js"
import { actYears, apartWords, isCounted, totals } from "./selection.js"
import { sortOf } from "./state.js"

const ORGS = 5
const NO_SUM = "一笔钱在预算、结果、合同和变更的公告里各写一次，所以公告的金额不合计；每份的金额在下载的表里。"

const money = (yuan) =>
  yuan >= 1e8 ? `${(yuan / 1e8).toLocaleString("zh-CN", { maximumFractionDigits: 2 })} 亿元` : `${yuan.toLocaleString("zh-CN")} 元`

export const totalNodes = (rows, it) => {
  if (!rows.length || !it.store.complete) return []
  const { real, sample, budget, award } = totals(rows)
  const alike = areAlike(rows, it.store)
  const unit = it.list.unit[0], apart = apartWords({ all: rows.length, real, sample }, ` ${unit}`)
  if (!it.list.amount) return [make("span", "", `真实公告 ${real} 份${apart && `，另有${apart}`}`), make("small", "p-note", NO_SUM)]
  const said = [`真实记录 ${real} 条${apart && `，另有${apart}（不计入金额）`}`]
  if (budget.count) said.push(`${budget.count} 条写明预算${alike.budget ? `，合计 ${money(budget.sum)}` : ""}`)
  if (award.count) said.push(`${award.count} 条写明成交或合同金额${alike.award ? `，合计 ${money(award.sum)}` : ""}`)
  const nodes = [make("span", "", said.join("；"))]
  const why = alike.budget || alike.award ? "没有写明金额的不计。摘录不全，合计不代表实际支出。" : "不同采购人、不同种类的金额不能相加，这里不合计。"
  if (budget.count || award.count) nodes.push(make("small", "p-note", `同一笔钱的预算与成交不能相加；${why}`))
  return nodes
}

// Sums are added only where they are of one purchaser, and awards only where they are of one sort.
const areAlike = (rows, store) => {
  const real = rows.filter(isCounted)
  const only = (words) => new Set(words).size === 1 && words[0] !== ""
  const isOne = only(real.map((row) => store.texts(row, "purchaser").join("、")))
  const sorts = real.filter(({ award }) => award !== null && award !== undefined).map((row) => row.award_of)
  return { budget: isOne, award: isOne && only(sorts) }
}

export const toolNodes = (it, { change }) => {
  const { state, list, picked, store } = it
  if (!store.complete || !it.found) return []
  const nodes = []
  if (list.indexed && picked.rows.length) nodes.push(button(state.view ? "详细显示" : "紧凑显示", "tool:view", () => change({ view: state.view ? "" : "compact" })))
  if (picked.rows.length) {
    const words = `下载这 ${picked.rows.length} ${list.unit}（CSV）`
    const take = button(words, "tool:csv", async () => {
      take.textContent = "正在准备"
      try {
        const { asCsv, save } = await import("./download.js")
        if (list.day) await store.fill(picked.rows)
        save(asCsv(picked.rows, list, store, (row) => addressOf(row, it), actYears(list, store, state)), `${list.name}.csv`)
        take.textContent = words
      } catch {
        take.textContent = "表格的数据没有加载成功，请再按一次"
      }
    })
    nodes.push(take)
  }
  const copy = button("复制链接", "tool:copy", async () => {
    const { copyAddress } = await import("./download.js")
    copy.textContent = await copyAddress()
  })
  nodes.push(copy, ...followNodes(it))
  return nodes.map((node) => make("li", "", node))
}

export const freshNodes = ({ fresh, state, store }, { change }) => {
  const many = [...(fresh?.fresh ?? [])].filter((at) => store.isShown(at, state)).length
  if (!many || state.fresh) return []
  const words = `上次访问（${fresh.on}）后新增或更新 ${many} 条`
  return [make("li", "", button(words, "tool:fresh", () => change({ fresh: true })))]
}

const addressOf = (row, { root }) => new URL(`${root.dataset.root}${row.href || `projects/${row.id}/`}`, location.href.split("?")[0]).href

// Organisations whose name holds what was asked for, ahead of the records they take part in.
export const orgNodes = ({ orgs, terms, fold, root, list, state }) => {
  if (!list.indexed || !terms.length || !orgs) return []
  const found = orgs.filter(({ title, fictional }) => (state.fictional || !fictional) && terms.every((term) => folded(title, fold).includes(term)))
  if (!found.length) return []
  const links = found.slice(0, ORGS).map(({ title, href, fictional }) => {
    const link = make("a", "", title)
    link.href = `${root.dataset.root}${href}`
    return fictional ? make("span", "", link, make("span", "p-badge--demo", "演示")) : link
  })
  const more = found.length > ORGS ? [`等 ${found.length} 家`] : []
  return [make("span", "p-quiet", "机构："), ...links, ...more]
}

// Whoever looks at single sources may ask who bought the same service so year after year, where anybody did.
export const againNodes = ({ list, state, root, orgs }) => {
  if (list.name !== "records" || !state.chosen.method.has("single-source")) return []
  const all = make("a", "", "几年都只找一家来做的同类服务")
  all.href = `${root.dataset.root}purchasers/again/`
  const found = (orgs ?? []).filter(({ again }) => again.includes("single-source"))
  const real = found.some(({ fictional }) => !fictional)
  if (!found.length) return [all]
  const link = make("a", "", `哪些采购人在不同年份买过同类服务，其中有单一来源采购${real ? "" : "（只有演示）"}`)
  link.href = `${root.dataset.root}purchasers/?again=single-source${state.fictional || !real ? "&demo=1" : ""}`
  return [link, all]
}

// Where in this order what is open, and what is invented, stands: else it may lie pages away unseen.
export const orderNodes = ({ list, state, picked: { rows } }, { turn }, size) => {
  const unit = list.unit[0], demos = rows.filter(({ fictional }) => fictional).length
  if (!rows.length) return []
  if (sortOf(list, state) === "due") return [dueWords(rows, unit)]
  const last = Math.ceil((rows.length - demos + 1) / size)
  if (!demos || last === 1) return []
  return [`演示的 ${demos} ${unit}排在最后`, button(`从第 ${last} 页起`, "order:demo", () => turn(last))]
}

const dueWords = (rows, unit) => {
  const open = rows.filter(({ due }) => due), real = open.filter(isCounted).length, demos = open.length - real
  if (!open.length) return "现在没有还开着的，下面按最近的在前。"
  if (!real) return `真实的没有还开着的；演示的有 ${demos} ${unit}，排在最前，以演示日计。`
  return `还开着的 ${real} ${unit}${demos ? `、演示的 ${demos} ${unit}` : ""}排在最前。`
}

export const pagerNodes = (page, pages, turn) => {
  if (pages < 2) return []
  const nodes = [make("span", "", `第 ${page} 页，共 ${pages} 页`)]
  if (page > 1) nodes.unshift(button("上一页", "pager:before", () => turn(page - 1)))
  if (page < pages) nodes.push(button("下一页", "pager:after", () => turn(page + 1)))
  return nodes
}
