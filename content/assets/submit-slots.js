// Where in the form a value that was read is to stand: rows by whose they are, never among another's.
// Without it what is pasted is not filled in.

import { heldIn } from "./submit-nodes.js"

const LONGEST = 80, OTHER = "这一栏已经填了别的"
const ROWS = /^(numbers|contacts)\.(\d+)\.(.+)$/u, OFFICE = /^(purchaser|agency)\.(.+)$/u

// Items of `submit-notice.js` as `fill` takes them, and those that would stand beside what is of somebody else.
export const placed = (draft, items) => {
  const fills = [], left = [], taken = { numbers: new Set(), contacts: new Set() }
  for (const group of groupsOf(items)) {
    const at = group.list ? rowFor(draft.of[group.list]?.items ?? [], group.held, taken[group.list]) : null
    const node = group.list ? draft.of[group.list]?.items?.[at] : rowOf(draft.of[group.name])
    const isOther = group.name && !group.held.value && node && heldIn(node) && isOf(node, group.held)
    for (const { item, key } of group.items) {
      if (isOther) left.push({ ...item, why: OTHER })
      else fills.push({ path: group.list ? `${group.list}.${at}.${key}` : item.path, value: item.value, where: where(item) })
    }
  }
  return { fills, left }
}

const groupsOf = (items) => {
  const groups = new Map()
  for (const item of items) {
    const [, list, row] = ROWS.exec(item.path) ?? [], [, office] = OFFICE.exec(item.path) ?? []
    const name = list ? `${list}.${row}` : (office ?? ""), key = list ? ROWS.exec(item.path)[3] : office ? OFFICE.exec(item.path)[2] : item.path
    if (!groups.has(name)) groups.set(name, { name, list, held: {}, items: [] })
    groups.get(name).items.push({ item, key })
    groups.get(name).held[key] = item.value
  }
  return groups.values()
}

// The row of the same role, else the first that is empty, else another.
const rowFor = (rows, { role, value }, taken) => {
  const same = rows.findIndex((row) => row.of?.role?.v === role && (value === undefined || row.of?.value?.v === value))
  let at = same >= 0 ? same : 0
  while (same < 0 && (taken.has(at) || (rows[at] && heldIn(rows[at])))) at += 1
  taken.add(at)
  return at
}
const rowOf = (node) => (node?.items ? node.items[0] : node)
const isOf = (node, { printed }) => (node.of?.printed?.v ?? "") !== (printed ?? "")

const where = ({ at, words }) => (words ? `贴的内容${at.trim()}“${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}”` : "")
