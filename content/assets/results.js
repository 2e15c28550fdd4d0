// One result as a line of the list: title, what it is, and the words around what was found.
// Without it the plain list stays, page by page.

import { folded, found, marked } from "./fold.js"
import { make } from "./make.js"
import { dayWords } from "./windows.js"

const AROUND = 28

// `row` is what the columns or the texts hold of a record; `said` its texts, where a query needs them.
export const resultNode = (row, { terms, fold, root, view, said, heads }) => {
  const mark = (text) => (terms.length ? marked(text, found(text, terms, fold)) : [text])
  const title = make("a", "p-row__title", ...mark(row.title))
  const href = `${root}${row.href || `projects/${row.id}/`}`
  title.href = href
  const item = make("li", "p-row", make("h3", "p-row__head", title))
  if (row.fictional) item.append(make("span", "p-badge--demo", "演示"))
  if (row.sample) item.append(make("span", "p-badge--sample", "格式样例"))
  if (row.withdrawn) item.append(make("span", "p-badge--bad", "已撤回"))
  const says = view === "compact" ? row.says.slice(-3) : row.says
  for (const [, what, until] of row.windows ?? []) {
    item.append(make("span", "p-row__due p-window--open", make("strong", "", `${what}：截止 ${dayWords(until)}${row.fictional ? "（以演示日计）" : ""}`)))
  }
  if (says.length) item.append(make("span", "p-row__says", ...mark(says.join(" · "))))
  const shown = [row.title, ...says].map((text) => folded(text, fold))
  for (const term of terms) {
    if (shown.some((text) => text.includes(term))) continue
    const context = contextOf(term, heads ?? [], said ?? [], fold)
    if (context) item.append(contextNode(context, term, href, fold))
  }
  return item
}

// Where a term stands: among what the record is known by, else in the first notice that says it.
const contextOf = (term, heads, said, fold) => {
  const holds = (text) => folded(text, fold).includes(term)
  const known = heads.find(holds)
  if (known) return { label: "", text: known, anchor: "" }
  for (const [anchor, title, flat, within] of said) {
    if (holds(title)) return { label: "公告", text: title, anchor }
    for (let i = 0; i < flat.length; i += 2) {
      if (holds(flat[i + 1])) return { label: [ofWhat(within, i), flat[i]].filter(Boolean).join("，"), text: flat[i + 1], anchor }
      if (holds(flat[i])) return { label: ofWhat(within, i), text: `${flat[i]}：${flat[i + 1]}`, anchor }
    }
  }
  return null
}

// Which row of a table, or part of a list, a place is in: one grade of many is not that of the whole.
const ofWhat = (within, place) => {
  let of = ""
  for (let i = 0; i < within.length && within[i] <= place; i += 2) of = within[i + 1]
  return of
}

const contextNode = ({ label, text, anchor }, term, href, fold) => {
  const [first] = found(text, [term], fold)
  const begin = Math.max(0, first[0] - AROUND)
  const end = Math.min(text.length, first[1] + AROUND)
  const piece = `${begin ? "…" : ""}${text.slice(begin, end)}${end < text.length ? "…" : ""}`
  const inside = marked(piece, found(piece, [term], fold))
  const line = make("span", "p-row__context", label ? `${label}：` : "", ...inside)
  if (!anchor) return line
  const link = make("a", "p-row__context", ...line.childNodes)
  // The browser goes on to the words themselves where it can.
  link.href = `${href.split("#")[0]}#${anchor}:~:text=${encodeURIComponent(text.slice(...first)).replaceAll("-", "%2D")}`
  return link
}
