// What the fields of the form hold: a text a field, parts within parts, rows of them.
// Without it the form does not run, and the page says what to do instead.

// Parts that a form asks for in one box.
const IN_A_BOX = new Set(["Money", "Quantity", "Score", "Grade", "Point"])
export const isLeaf = (field) => field.sort !== "l" && (field.sort !== "p" || IN_A_BOX.has(field.of))
export const isRows = (field) => field.sort === "l" || (field.times === "*" && !isLeaf(field))
// One of what may be many.
export const alone = (field) => ({ ...field, times: "", sort: field.sort === "l" ? "p" : field.sort })

let last = 0
// What one field holds; by its id a finding leads to it.
export const nodeOf = () => ({ id: `submit-${(last += 1)}` })
// The ids of a draft that was kept must not be given again.
export const renumber = (node) => {
  node.id = nodeOf().id
  for (const inner of [...Object.values(node.of ?? {}), ...(node.items ?? [])]) renumber(inner)
  return node
}

// What a node says, without what is empty.
export const heldIn = ({ v, unit, way, items, of }) => {
  const rows = (items ?? []).map(heldIn), keys = Object.entries(of ?? {}).map(([key, one]) => [key, heldIn(one)]).filter(([, one]) => one)
  return [v ?? "", rows.join(""), keys].some(({ length }) => length) ? JSON.stringify([v, unit || "", way || "", rows, keys]) : ""
}

// What was read elsewhere is asked about until it is answered or changed.
export const isAsked = (node) => Boolean(node.found?.question) && !node.found.isAnswered && node.found.held === heldIn(node)
