// Puts a whole list on paper, where the screen shows it page by page; what is cut off is said.
// Without it the page that is shown is printed.

import { make } from "./make.js"
import { resultNode } from "./results.js"

// Some fifteen sheets; whoever wants more takes the table.
const MOST = 300

// Paper cannot wait for texts to load: a record is printed as the columns know it.
export const layOut = (it, page, size) => {
  const { picked: { rows }, root, list, store, state } = it
  if (rows.length <= size) return
  const whole = store.complete && rows.length <= MOST
  const pager = root.querySelector("[data-pager]")
  if (!whole) return pager.replaceChildren(make("span", "", cutWords(rows.length, page, size, list)))
  const context = { terms: [], fold: it.fold, root: root.dataset.root, view: state.view }
  const says = (row) => row.says ?? list.says.flatMap((name) => store.texts(row, name))
  root.querySelector("[data-results]").replaceChildren(...rows.map((row) => resultNode({ ...row, says: says(row) }, context)))
  pager.replaceChildren()
}

const cutWords = (all, page, size, { unit }) => {
  const first = (page - 1) * size + 1
  return `只印出第 ${first}—${Math.min(all, first + size - 1)} ${unit[0]}，共 ${all} ${unit[0]}。`
}
