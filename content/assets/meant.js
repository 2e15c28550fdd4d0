// Conditions that may say what was meant by a word: offered with what they would find, never applied.
// Without it the list holds what has the words themselves.

import { folded } from "./fold.js"
import { button, make } from "./make.js"
import { likely, WHOLE } from "./near.js"
import { select } from "./selection.js"

const MOST = 5
const WORD = /(?<!\S)["“][^"“”]+["”](?!\S)|\S+/gu

// What choosing would find is counted first: what finds no more than the words do is no help.
export const meantNodes = async (it, acts) => {
  const { terms, store, state, picked } = it
  if (!it.list.indexed || !terms.length) return []
  const said = await it.read(`records/likely.json?v=${store.edition}`)
  const parts = it.parts?.() ?? []
  const found = terms.flatMap((term) => meanings(term, said, it, parts)).slice(0, MOST)
  const counted = found.map((one) => ({ ...one, many: select(store, it.list, chosenWith(one, state), ranksWithout(one.term, parts), it.fresh?.fresh).rows.length }))
  const buttons = counted.filter(({ many }) => many > picked.rows.length).map((one) => buttonOf(one, it, acts))
  if (!buttons.length) return []
  return [make("p", "", picked.rows.length ? "不限于这几个字，按条件查找：" : "要找的可能是：", ...buttons)]
}

// Of a word that finds something itself only what is said for the whole of it.
const meanings = (term, said, { fold, store, state }, parts) => {
  const finds = [...(parts.find((one) => one.term === term)?.held ?? [])].some((at) => store.isShown(at, state))
  const values = likely(term, said, fold).filter(([name, value, like]) => !state.chosen[name].has(value) && (!finds || like >= WHOLE))
  return values.map(([name, value]) => ({ term, name, value }))
}

const chosenWith = ({ name, value }, state) => ({ ...state, chosen: { ...state.chosen, [name]: new Set([...state.chosen[name], value]) } })

// The records that hold every other word; null where there is none.
const ranksWithout = (term, parts) => {
  const others = parts.filter((one) => one.term !== term)
  if (!others.length) return null
  return new Map([...others[0].held].filter((at) => others.every(({ held }) => held.has(at))).map((at) => [at, 0]))
}

const buttonOf = (one, { state, store, fold, root }, { change }) => {
  const words = `${store.label("facet", one.name)}：${store.label(one.name, one.value)}（${one.many} 条）`
  return button(words, `meant:${one.value}`, () => {
    const left = (state.q.match(WORD) ?? []).filter((word) => folded(word.replace(/["“”]/gu, ""), fold) !== one.term)
    root.querySelector("form").q.value = left.join(" ")
    change({ q: left.join(" "), chosen: chosenWith(one, state).chosen })
  })
}
