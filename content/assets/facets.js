// Facets of the explorer: values with counts to tick, ranges to fill, and chips that take a condition back.
// Without it the ways in by place, field and kind lead to plain lists.

import { folded } from "./fold.js"
import { button, make } from "./make.js"
import { apartWords, select } from "./selection.js"

const MOST = 40
const NONE = { all: 0, real: 0, sample: 0 }
const ORDER = {
  year: (a, b) => (b[0] > a[0] ? 1 : -1),
  // Codes of divisions sort as a tree: province, city, district.
  division: (a, b) => (a[0] > b[0] ? 1 : -1),
}
const BY_COUNT = (a, b) => b[1].real - a[1].real || b[1].all - a[1].all || (a[0] > b[0] ? 1 : -1)

export const facetNode = (name, label, counts, { list, state, store, choose, sifted, fold }) => {
  const chosen = state.chosen[name]
  const all = new Map([...[...chosen].map((value) => [value, NONE]), ...counts])
  const head = make("summary", "", `${label}${chosen.size ? `（已选 ${chosen.size}）` : ""}`)
  const sift = folded(sifted[name] ?? "", fold)
  const kept = [...all].filter(([value]) => chosen.has(value) || folded(store.label(name, value), fold).includes(sift))
  // What is cut off is what has least; then each facet keeps its own order.
  const values = kept.sort(BY_COUNT).slice(0, MOST).sort(ORDER[name] ?? BY_COUNT)
  const node = make("details", "", head)
  const note = list.notes?.[name]?.(state)
  if (note) node.append(make("p", "p-note", note))
  if (all.size > MOST) node.append(sifter(name, label, sifted, all.size))
  if (kept.length > MOST) node.append(make("p", "p-note", `只列最多的 ${MOST} 个，共 ${kept.length} 个；输入名称可以找别的。`))
  if (sift && !kept.length) node.append(make("p", "p-note", "没有这个名称。"))
  if (name === "open" && !all.size) node.append(make("p", "p-note", "选出的记录里，现在没有还开着的。"))
  node.append(make("div", "p-explorer__values", ...values.map(([value, count]) => boxOf(name, value, count, chosen.has(value), store, choose))))
  node.dataset.facet = name
  return node
}

const boxOf = (name, value, count, checked, store, choose) => {
  const box = make("input", "")
  box.type = "checkbox"
  box.checked = checked
  box.dataset.key = `${name}:${value}`
  box.addEventListener("change", () => choose(name, value, box.checked))
  return make("label", "", box, `${store.label(name, value)} ${count.real}${besideWords(name, count)}`)
}

// What is there besides the real records; what is open for an invented one is so on a day of its own.
const besideWords = (name, count) => {
  const apart = apartWords(count)
  const day = name === "open" && count.all > count.real + count.sample ? "，以演示日计" : ""
  return apart && `（另有${apart}${day}）`
}

const sifter = (name, label, sifted, count) => {
  const box = make("input", "")
  box.type = "text"
  box.value = sifted[name] ?? ""
  box.placeholder = `在 ${count} 个里找`
  box.setAttribute("aria-label", `在${label}里找`)
  box.dataset.key = `sift:${name}`
  box.addEventListener("input", () => {
    sifted[name] = box.value.trim()
    box.dispatchEvent(new CustomEvent("sift", { bubbles: true }))
  })
  return box
}

const RANGES = { from: "自 ", to: "至 ", least: "至少 ", most: "至多 " }

// A service for all of a place is in each of its streets too: said beside the streets that are asked for.
const wholeNodes = ({ list, store, state, ranks, fresh, picked }, { change }) => {
  const { street } = state.chosen
  const places = new Set([...street ?? []].map((value) => /（[^）]*）$/u.exec(value)?.[0]))
  const wanted = (store.words.street ?? []).filter((value) => !street?.has(value) && places.has(/^全.(（[^）]*）)$/u.exec(value)?.[1]))
  if (!wanted.length || !store.complete) return []
  const chosen = { ...state.chosen, street: new Set([...street, ...wanted]) }
  const many = select(store, list, { ...state, chosen }, ranks, fresh?.fresh).rows.length - picked.rows.length
  const words = `另有写明服务${wanted.join("、")}的 ${many} 条，一起看`
  return many ? [make("li", "", button(words, "chip:whole", () => change({ chosen })))] : []
}

const BESIDE = { fictional: ["演示记录", "虚构的演示"], sample: ["格式样例", "不是社会工作服务的格式样例"] }

export const chipNodes = (it, acts) => {
  const { list, state, store, picked: { hidden } } = it
  const { choose, change, clear } = acts
  const nodes = []
  for (const name of list.facets) {
    for (const value of state.chosen[name]) {
      nodes.push(chip(store.label(name, value), () => choose(name, value, false)))
    }
  }
  for (const [name, word] of Object.entries(RANGES)) {
    if (state[name]) nodes.push(chip(`${word}${state[name]}${name === "least" || name === "most" ? " 万元" : ""}`, () => change({ [name]: "" })))
  }
  if (state.fresh) nodes.push(chip("新增或更新", () => change({ fresh: false })))
  if (nodes.length > 1) nodes.push(make("li", "", button("去掉全部条件", "chip:all", clear)))
  nodes.push(...wholeNodes(it, acts))
  for (const [name, [many, what]] of Object.entries(BESIDE)) {
    const word = state[name] ? `隐藏${many}` : hidden[name] && `另有 ${hidden[name]} ${list.unit[0]}${what}，显示出来`
    if (word) nodes.push(make("li", "", button(word, `chip:${name}`, () => change({ [name]: !state[name] }))))
  }
  return nodes
}

const chip = (text, act) => make("li", "", button(`${text} ✕`, `chip:${text}`, act, `去掉条件 ${text}`))
