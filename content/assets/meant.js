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
  const counted = terms.flatMap((term) => meanings(term, said, it, parts)).map((one) => withCount(one, it, parts))
  const isHelp = ({ many, demos }) => many > picked.rows.length || (!picked.rows.length && demos > picked.hidden.fictional)
  const buttons = counted.filter(isHelp).slice(0, MOST).map((one) => buttonOf(one, it, acts))
  if (!buttons.length) return []
  return [make("p", "", picked.rows.length ? "按意思查找，能找到更多：" : "要找的可能是：", ...buttons)]
}

const withCount = (one, { store, list, state, fresh }, parts) => {
  const { rows, hidden } = select(store, list, chosenWith(one, state), ranksWithout(one.term, parts), fresh?.fresh)
  return { ...one, many: rows.length, demos: hidden.fictional }
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

// 有 1 条：云杉街道，服务对象 老年人. The other words stay as they were typed.
const buttonOf = (one, { state, store, fold, root }, { change }) => {
  const left = (state.q.match(WORD) ?? []).filter((word) => folded(word.replace(/["“”]/gu, ""), fold) !== one.term)
  const wanted = [...left, `${store.label("facet", one.name)} ${store.label(one.name, one.value)}`].join("，")
  return button(`${one.many ? `有 ${one.many} 条` : `有演示 ${one.demos} 条`}：${wanted}`, `meant:${one.value}`, () => {
    root.querySelector("form").q.value = left.join(" ")
    change({ q: left.join(" "), chosen: chosenWith(one, state).chosen, fictional: state.fictional || !one.many })
  })
}
