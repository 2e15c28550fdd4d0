// What an empty list says: what was looked for, what stands in the way, what could be tried.
// Without it the list is just empty.

import { folded } from "./fold.js"
import { button, make } from "./make.js"
import { likely, nearest, partsOf, wordIn } from "./near.js"

// In so many of the records that hold a piece it is looked whether it stands there as a word.
const LOOKED = 8

export const emptyNodes = (it, acts) => {
  const { terms, state } = it
  const shown = (ats) => [...ats].filter((at) => it.store.isShown(at, state)).length
  const parts = (it.parts?.() ?? []).map(({ term, held }) => ({ term, all: shown(held) }))
  const nodes = []
  if (terms.length > 1) nodes.push(make("p", "", `每个词都要出现：${parts.map(({ term, all }) => `“${term}”单独有 ${all} 条`).join("，")}。`))
  else if (terms.length) nodes.push(make("p", "", `按“${terms[0]}”查找，标点、全角半角、大小写和繁简的区别都不计。`))
  if (backwards(state)) nodes.push(make("p", "", "范围的起止写反了，请对调。"))
  if (state.fresh && !it.fresh) nodes.push(make("p", "", "这台设备上没有上次访问的记号，看不出哪些是新的。"))
  if (acts.narrowed()) nodes.push(make("p", "", terms.length ? "还选了筛选条件。" : several(state) ? "没有同时符合这些条件的，可以去掉一两个再试。" : "没有符合这个条件的，可以去掉它再试。", button(several(state) ? "去掉全部条件" : "去掉这个条件", "empty:clear", acts.clear)))
  const missing = parts.filter(({ all }) => !all).map(({ term }) => term)
  if (missing.length) nodes.push(offers(missing, it, acts))
  return nodes
}

const several = ({ chosen, fresh, ...ranges }) =>
  Object.values(chosen).reduce((sum, { size }) => sum + size, Number(fresh) + ["from", "to", "least", "most"].filter((name) => ranges[name]).length) > 1

const backwards = ({ least, most, from, to }) => (least && most && Number(least) > Number(most)) || (from && to && from > to)

// Names that look like what was not found, and what of it is found; all of them only offered.
const offers = (missing, it, acts) => {
  const ask = (word) => {
    it.root.querySelector("form").q.value = word
    acts.change({ q: word })
  }
  const near = [...new Set(missing.flatMap((term) => nearest(term, it.store, it.fold)))].slice(0, 5)
  const box = make("div", "")
  const meant = make("div", "")
  box.append(meant)
  if (it.list.indexed) it.read(`records/likely.json?v=${it.store.edition}`).then((said) => meant.replaceChildren(...meantNodes(missing, said, it, acts)), () => {})
  if (near.length) box.append(make("p", "", "记录里有这些相近的名称：", ...near.map((word) => button(word, `near:${word}`, () => ask(word)))))
  const long = missing.some((term) => [...term].length > 2)
  const hint = make("p", "", long ? "可以换一个更短的词，只写地名、机构名的一部分或编号的几位。" : "可以换一个意思相近的词。")
  box.append(hint)
  if (it.finder && !it.partial) {
    const find = async (word) => {
      let found
      for await (found of it.finder.find(word));
      return [...found.ranks.keys()].filter((at) => it.store.isShown(at, it.state))
    }
    const count = async (word) => (await find(word)).length
    const held = async (word) => Promise.all((await find(word)).slice(0, LOOKED).map(it.finder.shown))
    Promise.all(missing.map((term) => partsOf(term, count))).then(async (found) => {
      const words = await Promise.all(found.flat().map(({ part }) => wordIn(part, it, held)))
      const kept = [...new Set(words.filter(Boolean))]
      const many = await Promise.all(kept.map(count))
      const buttons = kept.map((word, i) => button(`${word}（${many[i]} 条）`, `part:${word}`, () => ask(word)))
      if (buttons.length) hint.replaceChildren("分开来能找到：", ...buttons)
    }, () => {})
  }
  return box
}

const WORD = /(?<!\S)["“][^"“”]+["”](?!\S)|\S+/gu

// Conditions that may say what was meant: each takes the place of its word, if the reader wants it.
const meantNodes = (missing, said, it, { change, narrowed }) => {
  const { state, store, fold, root } = it
  const found = missing.flatMap((term) => likely(term, said, fold).map(([name, value]) => ({ term, name, value }))).slice(0, 5)
  if (!found.length) return []
  const choose = ({ term, name, value }) => {
    const left = (state.q.match(WORD) ?? []).filter((word) => folded(word.replace(/["“”]/gu, ""), fold) !== term)
    root.querySelector("form").q.value = left.join(" ")
    change({ q: left.join(" "), chosen: { ...state.chosen, [name]: new Set([...state.chosen[name], value]) } })
  }
  const alone = it.terms.length === 1 && !narrowed()
  const buttons = found.map((one) => {
    const code = store.words[one.name]?.indexOf(one.value)
    const many = alone ? `（${store.rows.filter((row) => store.isShown(row.at, state) && row[one.name]?.includes(code)).length} 条）` : ""
    return button(`${store.label("facet", one.name)}：${store.label(one.name, one.value)}${many}`, `meant:${one.value}`, () => choose(one))
  })
  return [make("p", "", "要找的可能是：", ...buttons)]
}
