// Blocks as what they say, one after another: lines, and tables by the sort of their rows.
// Without it what is pasted is not read, and every field is typed by hand.

import { strip } from "./submit-words.js"

const PAIRED = new Set([2, 4, 6])

export const openOrder = ({ fold, labelOf }, ofLine) => {
  const own = (row) => row.map(([text, isCopy], i) => ({ i, text, isCopy })).filter(({ isCopy }) => !isCopy)
  const where = ({ at }, row, column) => `${at}第 ${row + 1} 行第 ${column + 1} 格`

  const sortOf = (row) => {
    const held = own(row), named = held.map(({ text }) => Boolean(labelOf(text))), full = held.filter(({ text }) => strip(text))
    if (PAIRED.has(named.length) && named.every((is, i) => is === (i % 2 === 0))) return "pairs"
    if (full.length <= 1 && new Set(row.map(([text]) => text).filter(Boolean)).size <= 1) return "line"
    const isColon = full.filter(({ text }) => fold(text).includes(":")).length * 2 >= full.length
    return isColon && !named.every(Boolean) ? "lines" : "grid"
  }

  const pairs = (table, number, row) => {
    const held = own(row), said = []
    for (let i = 0; i < held.length; i += 2) {
      const { key, unit } = labelOf(held[i].text)
      said.push({ is: "pair", at: where(table, number, held[i].i + 1), key, words: held[i].text, value: strip(held[i + 1].text), unit, isCut: false })
    }
    return said
  }
  const lines = (table, number, row) => own(row).flatMap(({ i, text }) => text.split("\n").filter(strip).flatMap((line) => ofLine(where(table, number, i), strip(line))))

  // Rows under heads; another row of heads begins another grid, rows without heads are words.
  const grids = (table, begin, rows) => {
    const heads = rows.flatMap((row, i) => (own(row).filter(({ text }) => labelOf(text)).length >= 2 ? [i] : []))
    const above = rows.slice(0, heads[0] ?? rows.length)
    const said = above.flatMap((row, i) => own(row).filter(({ text }) => text).map((cell) => ({ is: "words", at: where(table, begin + i, cell.i), text: cell.text })))
    heads.forEach((head, i) => said.push({ is: "grid", table, first: begin + head, head: rows[head], rows: rows.slice(head + 1, heads[i + 1] ?? rows.length) }))
    return said
  }

  const ofTable = (table) => {
    const sorts = table.rows.map(sortOf), said = []
    for (let i = 0; i < sorts.length; i += 1) {
      let end = i + 1
      if (sorts[i] === "grid") {
        while (sorts[end] === "grid") end += 1
        said.push(...grids(table, i, table.rows.slice(i, end)))
        i = end - 1
      } else {
        said.push(...(sorts[i] === "pairs" ? pairs : lines)(table, i, table.rows[i]))
      }
    }
    return said
  }
  return (blocks) => blocks.flatMap((block) => (block.rows ? ofTable(block) : ofLine(block.at, block.text)))
}
