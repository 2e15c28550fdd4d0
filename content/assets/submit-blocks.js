// What was pasted, as what follows one another: paragraphs, and tables as grids with merged cells filled.
// Without it what is pasted is not read. Nothing of a page is run, fetched or shown: its text alone is taken.

import { strip, stripOf } from "./submit-words.js"

const MOST = 20_000, WIDEST = 60, TALLEST = 2000
const SKIPPED = new Set(["script", "style", "noscript", "template", "head", "iframe", "object", "svg"])
const INLINE = new Set("a abbr b bdi bdo big cite code em font i ins label mark s small span strong sub sup u".split(" "))
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/u, NO_MERGE = /mso-ignore\s*:\s*colspan/u
const BLANKS = /[ \t\r\n\f\v\u00a0]+/gu
const TEXT = 3, ELEMENT = 1
// Styles and handlers of the page are looked at, never in force: under another name its own policy is not asked of them.
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/giu, SHEET = /^<style(?![\w-])/iu, SHEET_ENDS = /<\/style(?![\w-])/giu, IN_FORCE = /([\s"'/])(style|on[a-z]+)(?=\s*=)/giu
// What stands in `noframes` is taken apart as in `style`.
const calm = (html) => html.replace(TAG, (tag) => tag.replace(IN_FORCE, "$1data-$2").replace(SHEET, "<noframes data-sheet")).replace(SHEET_ENDS, "</noframes")
const styleOf = (node) => node.getAttribute("data-style") ?? node.getAttribute("style") ?? ""

// A cell is [its text, whether it is a merged one that goes on].
export const ofText = (text) => {
  const blocks = []
  let tables = 0, table = null
  text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n").forEach((whole, i) => {
    const line = stripOf(whole, " \u3000\u00a0")
    if (!strip(line)) return
    if (!strip(line).includes("\t")) {
      table = null
      blocks.push({ at: `第 ${i + 1} 行`, text: strip(line) })
      return
    }
    if (!table) blocks.push((table = { at: `表 ${(tables += 1)} `, rows: [] }))
    table.rows.push(line.split("\t").map((one) => [strip(one), false]))
  })
  return blocks
}

export const ofPage = (html) => {
  const blocks = []
  let said = "", paragraphs = 0, tables = 0
  const flush = () => {
    const text = stripOf(said.replace(BLANKS, " "), " \u3000")
    said = ""
    if (text) blocks.push({ at: `第 ${(paragraphs += 1)} 段`, text })
  }
  const walk = (node) => {
    for (const child of node.childNodes) meet(child)
  }
  const meet = (node) => {
    if (node.nodeType === TEXT) said += node.data
    if (node.nodeType !== ELEMENT || isPassed(node)) return
    const isInline = INLINE.has(node.localName)
    if (isInline) return walk(node)
    flush()
    if (node.localName === "table" && !node.querySelector("table")) blocks.push({ at: `表 ${(tables += 1)} `, ...grid(node) })
    else if (node.localName !== "br") {
      walk(node)
      flush()
    }
  }
  walk(new DOMParser().parseFromString(calm(html), "text/html").body)
  flush()
  return blocks.slice(0, MOST)
}

const isHidden = (node) => node.hasAttribute("hidden") || HIDDEN.test(styleOf(node))
const isPassed = (node) => SKIPPED.has(node.localName) || node.hasAttribute("data-sheet") || isHidden(node)

// Rows of cells; a merged cell stands in each of its places, all but the first as copies. `spans` says how wide and tall.
const grid = (table) => {
  const rows = [], spans = []
  const grown = (size) => {
    while (rows.length < size) spans[rows.push([]) - 1] = []
  }
  const placed = (number, at, cell) => {
    const text = cellText(cell), tall = span(cell, "rowspan", TALLEST)
    const wide = NO_MERGE.test(styleOf(cell)) ? 1 : span(cell, "colspan", WIDEST)
    grown(number + tall)
    for (let down = 0; down < tall; down += 1) {
      for (let right = 0; right < wide; right += 1) {
        rows[number + down][at + right] = [text, Boolean(down || right)]
        if (wide > 1 || tall > 1) spans[number + down][at + right] = [wide, tall]
      }
    }
    return at + wide
  }
  const shown = [...table.querySelectorAll("tr")].filter((row) => !isHidden(row))
  shown.forEach((row, number) => {
    grown(number + 1)
    let at = 0
    for (const cell of row.querySelectorAll("td, th")) {
      while (rows[number][at]) at += 1
      at = placed(number, at, cell)
    }
  })
  return { rows: rows.map((row) => Array.from(row, (cell) => cell ?? ["", false])), spans }
}

const span = (cell, name, most) => {
  const said = strip(cell.getAttribute(name) ?? "")
  return /^[0-9]{1,5}$/u.test(said) ? Math.min(Math.max(Number(said), 1), most) : 1
}

// The words of a cell; a break or a paragraph in it begins a line.
const cellText = (cell) => {
  const lines = pieces(cell).split("\0").map((one) => stripOf(one.replace(BLANKS, " "), " \u3000"))
  return lines.filter(Boolean).join("\n")
}
const pieces = (node) => [...node.childNodes].map((child) => {
  if (child.nodeType === TEXT) return child.data
  if (child.nodeType !== ELEMENT || isPassed(child)) return ""
  const edge = INLINE.has(child.localName) ? "" : "\0"
  return edge + pieces(child) + edge
}).join("")
