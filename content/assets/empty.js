// What an empty list says: what was looked for, what stands in the way, what could be tried.
// Without it the list is just empty.

import { elsewhereNodes } from "./elsewhere.js"
import { button, make } from "./make.js"
import { meantNodes } from "./meant.js"
import { nearest, partsOf, wordIn } from "./near.js"

// In so many of the records that hold a piece it is looked whether it stands there as a word.
const LOOKED = 8

export const emptyNodes = (it, acts) => {
  const { terms, state } = it
  const parts = (it.parts?.() ?? []).map(({ term, held }) => ({ term, ...shownOf(held, it) }))
  // What may be meant comes first: it is the way on, all else says why.
  const meant = make("div", "")
  for (const others of [meantNodes(it, acts), elsewhereNodes(it)]) others.then((said) => meant.append(...said), () => {})
  const nodes = [meant]
  if (terms.length > 1) nodes.push(make("p", "", "每个词都要出现：", ...parts.map((part) => aloneNode(part, it, acts))))
  else if (terms.length) nodes.push(make("p", "", `按“${terms[0]}”查找，标点、全角半角、大小写和繁简的区别都不计。`))
  if (backwards(state)) nodes.push(make("p", "", "范围的起止写反了，请对调。"))
  if (state.fresh && !it.fresh) nodes.push(make("p", "", "这台设备上没有上次访问的记号，看不出哪些是新的。"))
  if (acts.narrowed()) nodes.push(make("p", "", terms.length ? "还选了筛选条件。" : several(state) ? "没有同时符合这些条件的，可以去掉一两个再试。" : "没有符合这个条件的，可以去掉它再试。", button(several(state) ? "去掉全部条件" : "去掉这个条件", "empty:clear", acts.clear)))
  const missing = parts.filter(({ all }) => !all).map(({ term }) => term)
  if (missing.length) nodes.push(offers(missing, it, acts))
  return nodes
}

const shownOf = (held, { store, state }) => {
  const all = [...held].filter((at) => store.isShown(at, state)).length
  const demos = state.fictional ? 0 : [...held].filter((at) => store.sortOf(at).fictional).length
  return { all, demos }
}

// Alone a word is asked for without the conditions: only so it finds what is promised.
const aloneNode = ({ term, all, demos }, it, acts) => {
  const words = `“${term}”单独有 ${all} 条${demos ? `，另有演示 ${demos} 条` : ""}`
  if (!all && !demos) return make("span", "", words)
  return button(words, `alone:${term}`, () => {
    it.root.querySelector("form").q.value = term
    acts.alone(term, it.state.fictional || !all)
  })
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
  const near = [...new Set(missing.flatMap((term) => nearest(term, it.store, it.state, it.fold)))].slice(0, 5)
  const box = make("div", "")
  const named = near.map((word) => button(word, `near:${word}`, () => ask(word)))
  const close = make("p", "", "记录里有这些相近的名称：", ...named)
  if (near.length) box.append(close)
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
    // A name may stand in no text of what is shown: then it is not offered.
    Promise.all(near.map(count)).then((many) => {
      many.forEach((found, i) => found || named[i].remove())
      close.hidden = !many.some(Boolean)
    }, () => {})
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
