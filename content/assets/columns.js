// Reads the columns files, newest year first, into rows that can be searched.

import { fold } from "./fold.js"
import { shanghai } from "./windows.js"

const SEARCHED = ["purchaser", "supplier", "place", "group"]
const NAMED = ["field", "method"]
const OPEN = { answer: "现在可以参加", public: "现在可以提意见" }

export const loadYears = async (base) => {
  const index = await json(`${base}years.json`)
  const years = await Promise.all(index.years.map(({ year }) => json(`${base}${year}.json`)))
  const labels = { ...index.labels, open: OPEN }
  const label = (name, value) => labels[name]?.[value] ?? (name === "year" && value === "0000" ? "年份未知" : value)
  const [today] = shanghai(new Date())
  const rows = years.flatMap((columns, i) => rowsOf(columns, index.years[i].year, label, today, index.demo_on))
  const years_ = new Set(index.years.map(({ year }) => year))
  const knows = (name, value) => (name === "year" ? years_.has(value) : Object.hasOwn(labels[name] ?? {}, value))
  return { rows, label, knows }
}

const rowsOf = ({ count, words, plain }, year, label, today, demo) =>
  Array.from({ length: count }, (_, i) => {
    const row = { year: [year] }
    for (const [name, column] of Object.entries(plain)) row[name] = column[i]
    for (const [name, column] of Object.entries(words)) row[name] = column.rows[i].map((code) => column.words[code])
    row.open = Object.keys(OPEN).filter((name) => row[name] >= (row.fictional ? demo : today))
    const named = NAMED.flatMap((name) => row[name].map((value) => label(name, value)))
    row.folded = [row.title, row.id, ...row.numbers, ...SEARCHED.flatMap((name) => row[name]), ...named].map(fold)
    return row
  })

const json = async (address) => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}
