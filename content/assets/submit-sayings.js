// What is said of a value that is refused, in the words of the check.
// Without it the check says the same when the record arrives.

import { labelOf } from "./submit-table.js"
import { isMapping } from "./submit-values.js"

const SHOWN = 40, OFFERED = 14
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu

const cut = (text, limit = SHOWN) => {
  const signs = [...text]
  return signs.length <= limit ? text : `${signs.slice(0, limit - 1).join("")}…`
}
const visible = (text) => text.replace(UNSEEN, (one) => ({ "\n": "␤", "\r": "␍", "\t": "␉" })[one] ?? `⟨U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`)
export const shown = (given) => cut(visible(cut(String(given))))

export const quoted = (given) => {
  if (isMapping(given)) return "一组“键: 值”"
  if (Array.isArray(given)) return "一个列表"
  return given === null || given === undefined ? "空白" : `‘${shown(given)}’`
}

const offered = (all, most = OFFERED) => `${all.slice(0, most).map(shown).join("、")}${all.length > most ? ` 等 ${all.length} 个` : ""}`

const PAIR = "请写两个数，例如 [30000, 80000]"
const listed = (given) => (Array.isArray(given) ? given : [given]).join("、")

export const sayings = (table) => {
  const named = (at, owner) => {
    const steps = at.filter((step) => typeof step === "string")
    if (!steps.length) return "这里"
    const label = labelOf(table, owner, steps.at(-1))
    return `${steps.map(shown).join(".")}${label ? `（${label}）` : ""}`
  }
  const wrong = (at, owner, given, remedy) => `${named(at, owner)} ${remedy.told ?? `写的是 ${quoted(given)}；${remedy}`}`
  const choices = (list) => [...table.words.get(list)].map(([word, label]) => `${word}（${label}）`)
  return {
    wrong,
    noKind: (given) => (given === undefined ? "没有写 kind（种类）" : `kind 写的是 ${quoted(given)}；请从这些里选：${offered(Object.keys(table.kinds))}`),
    unknown: (key) => `没有 ${shown(key)} 这个键`,
    missing: (at, owner, { sort, of }) => {
      const unknown = sort === "w" && table.words.get(of).has("unknown") ? "；不知道的写 unknown" : ""
      return `缺少必填的 ${named(at, owner)}${sort === "w" ? `；请从这些里选：${offered(choices(of))}${unknown}` : ""}`
    },
    mapping: (at, owner, given) => wrong(at, owner, given, "这里要写一组“键: 值”"),
    list: (at, owner, given) => wrong(at, owner, given, "这里要写列表，每行以“- ”开头"),
    pair: (at, owner, given) => wrong(at, owner, given, Array.isArray(given) && given.length < 2 ? { told: PAIR } : PAIR),
    years: (at, owner, given) => wrong(at, owner, given, "请按年份写，例如 {2025: 1350000}"),
    year: (at, owner, given) => wrong(at, owner, given, "请写年份，例如 2026"),
    words: (list, given) => {
      const meant = [...table.words.get(list)].find(([, label]) => label === given)?.[0]
      return meant ? `请写 ${meant}` : `请从这些里选：${offered(choices(list))}`
    },
    nobody: (at, owner) => `${named(at, owner)} 没有写出是谁；请写 {party: 编号}、{printed: 原文名称}、{count: 5, names_in: 附件}、{natural_person: true}，没有写名称的 {described: 评审专家}`,
    both: (at, owner, ways) => `${named(at, owner)} 同时写了 ${ways.join("、")}；一笔钱只用一种写法`,
    stroke: (given) => `公告印着“${given}”的请写 {value: null, printed: ${JSON.stringify(given)}}，没有这一项的整行删去`,
    noSum: (at, owner) => `${named(at, owner)} 没有写出金额；请写数字，或用 printed 照录原文`,
    absent: (at, given) => wrong(at, "Source", listed(given), "摘录看不到的，原文可能写了；请改写在 silent_on，看过全文再写 absent"),
    silent: (at, given) => wrong(at, "Source", listed(given), "silent_on 说的是摘录没有看到什么；在全文里找过、公告没有写的，请写在 absent"),
    scores: (at, owner, i, key, held, of, heads) => `${named(at, owner)} scored 第${i + 1}项的 ${key} 有 ${held} 个分数，${of} 列了 ${heads} 项；请一项对一个分数，没有分数的写斜线 /`,
  }
}
