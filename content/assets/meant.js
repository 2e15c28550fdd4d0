// Conditions that may say what was meant by a word: offered with what they would find, never applied.
// Without it the list holds what has the words themselves.

import { folded } from "./fold.js"
import { button, make } from "./make.js"
import { likely, WHOLE } from "./near.js"
import { select } from "./selection.js"

const MOST = 5
const WORD = /(?<!\S)["“][^"“”]+["”](?!\S)|\S+/gu

// What choosing would find is counted first: what finds no more than the words do is no help.
// Where nothing is found, what only invented records would give is offered as such.
export const meantNodes = async (it, acts) => {
  const { terms, store, state, picked } = it
  if (!it.list.indexed || !terms.length) return []
  const said = await it.read(`records/likely.json?v=${store.edition}`)
  const parts = it.parts?.() ?? []
  const found = terms.flatMap((term) => meanings(term, said, it, parts))
  const counted = found.map((one) => withCount(one, it, parts))
  const isHelp = ({ many, demos }) => many > picked.rows.length || (!picked.rows.length && demos > picked.hidden.fictional)
  const buttons = counted.filter(isHelp).slice(0, MOST).map((one) => buttonOf(one, it, acts))
  const apart = picked.rows.length ? [] : [...new Set(found.map(({ split }) => split).filter(Boolean))].map((words) => partedButton(words, it, acts))
  if (!apart.length && !buttons.length) return []
  return [make("p", "", picked.rows.length ? "按意思查找，能找到更多：" : "要找的可能是：", ...apart, ...buttons)]
}

const withCount = (one, { store, list, state, fresh }, parts) => {
  const { rows, hidden } = select(store, list, chosenWith(one, state), ranksWithout(one.term, parts), fresh?.fresh)
  return { ...one, many: rows.length, demos: hidden.fictional }
}

// Of a word that finds something itself only what is said for the whole of it.
const meanings = (term, said, { fold, store, state }, parts) => {
  const finds = [...(parts.find((one) => one.term === term)?.held ?? [])].some((at) => store.isShown(at, state))
  const values = likely(term, said, fold).filter(([name, value, like]) => !state.chosen[name].has(value) && (!finds || like >= WHOLE))
  return values.map(([name, value, , word]) => ({ term, name, value, ...around(term, word) }))
}

// What stands before or behind a word that is written together with it: 云杉街道老人 is two.
const around = (term, word) => {
  const rest = term.startsWith(word) ? term.slice(word.length) : term.endsWith(word) ? term.slice(0, -word.length) : ""
  if ([...rest].length < 2) return {}
  return { rest, split: term.startsWith(word) ? `${word} ${rest}` : `${rest} ${word}` }
}

const partedButton = (words, it, { change }) => button(`加空格再找：${words}`, `parted:${words}`, () => {
  const others = (it.state.q.match(WORD) ?? []).filter((word) => folded(word.replace(/["“”]/gu, ""), it.fold) !== words.replace(" ", ""))
  const q = [...others, words].join(" ")
  it.root.querySelector("form").q.value = q
  change({ q })
})

const chosenWith = ({ name, value }, state) => ({ ...state, chosen: { ...state.chosen, [name]: new Set([...state.chosen[name], value]) } })

// The records that hold every other word; null where there is none.
const ranksWithout = (term, parts) => {
  const others = parts.filter((one) => one.term !== term)
  if (!others.length) return null
  return new Map([...others[0].held].filter((at) => others.every(({ held }) => held.has(at))).map((at) => [at, 0]))
}

// 有 1 条：云杉街道，服务对象 老年人. The other words stay as they were typed.
const buttonOf = (one, { state, store, fold, root }, { change }) => {
  const left = (state.q.match(WORD) ?? []).filter((word) => folded(word.replace(/["“”]/gu, ""), fold) !== one.term)
  const wanted = [...left, `${store.label("facet", one.name)} ${store.label(one.name, one.value)}`].join("，")
  // What is left out of a word that said more is said to be.
  const without = one.rest ? `（不管“${one.rest}”）` : ""
  return button(`${one.many ? `有 ${one.many} 条` : `有演示 ${one.demos} 条`}：${wanted}${without}`, `meant:${one.value}`, () => {
    root.querySelector("form").q.value = left.join(" ")
    change({ q: left.join(" "), chosen: chosenWith(one, state).chosen, fictional: state.fictional || !one.many })
  })
}
