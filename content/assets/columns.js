// Reads the columns files, newest year first, into rows that can be searched.

import { fold } from "./fold.js"

const SEARCHED = ["purchaser", "supplier", "place", "group"]

export const loadYears = async (base) => {
  const index = await json(`${base}years.json`)
  const years = await Promise.all(index.years.map(({ year }) => json(`${base}${year}.json`)))
  const label = (name, value) => index.labels[name]?.[value] ?? (value === "0000" ? "年份未知" : value)
  const rows = years.flatMap((columns, i) => rowsOf(columns, index.years[i].year, label))
  return { rows, label }
}

const rowsOf = ({ count, words, plain }, year, label) =>
  Array.from({ length: count }, (_, i) => {
    const row = { year: [year] }
    for (const [name, column] of Object.entries(plain)) row[name] = column[i]
    for (const [name, column] of Object.entries(words)) row[name] = column.rows[i].map((code) => column.words[code])
    const texts = [row.title, row.id, ...row.numbers, ...SEARCHED.flatMap((name) => row[name]), ...row.field.map((value) => label("field", value))]
    row.folded = texts.map(fold)
    return row
  })

const json = async (address) => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}
