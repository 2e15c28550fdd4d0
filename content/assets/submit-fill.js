// Puts what was read elsewhere (a notice, a workbook) into the fields of the form, each with where it was read.
// Without it every field is typed by hand.

import { alone, heldIn, isLeaf, isRows, nodeOf } from "./submit-nodes.js"

const NO_FIELD = "没有这样的栏目", TYPED = "这一栏已经填了别的"
const PLACES = new Set(["project", "division", "slug", "id"])
const BESIDE = ["basis", "note", "printed"]

// Items are {path: "winners.0.amount", value: "46.8万元", where: "第3段“成交金额”"}; what is not sure has a question:
// {…, question: "这是联合体还是两家？", choices: [{label, items}]}. A value is a text as a hand would type it, true or
// false, a list of texts, or a mapping of these for a part. `where.division` and the like decide where the file goes.
// Gives back what was not put anywhere, each with why: what was typed is never written over.
export const fill = (table, draft, items) => {
  const left = items.flatMap((item) => {
    const why = put(table, draft, item, false)
    return why ? [{ ...item, why }] : []
  })
  // A question is about all that was read, whatever came after it.
  for (const node of Object.values(draft.of)) settle(node)
  return left
}

const settle = (node) => {
  if (node.found && !node.found.held) node.found.held = heldIn(node)
  for (const inner of [...Object.values(node.of ?? {}), ...(node.items ?? [])]) settle(inner)
}

// What is chosen in answer to a question takes the place of what was read.
export const choose = (table, draft, { items }) => {
  for (const item of items) put(table, draft, item, true)
}

const put = (table, draft, item, isOver) => {
  const [first, ...rest] = item.path.split(".")
  if (first === "where") return inPlace(draft.where, rest.join("."), item, isOver)
  const field = table.part(table.kinds[draft.kind]).fields.get(first)
  const at = field && placeAt(table, field, (draft.of[first] ??= nodeOf()), rest)
  return at ? into(table, at, item, isOver) : NO_FIELD
}

const inPlace = (where, key, { value }, isOver) => {
  if (!PLACES.has(key)) return NO_FIELD
  if (where[key] && where[key] !== value && !isOver) return TYPED
  where[key] = value
  return ""
}

// The field and its node at the end of a path, and which line of it; rows are made up to the one that is named.
const placeAt = (table, field, node, [step, ...rest]) => {
  if (step === undefined) return { field, node }
  const isNumber = /^\d+$/u.test(step)
  if (isRows(field)) return placeAt(table, alone(field), rowOf(node, isNumber ? Number(step) : 0), isNumber ? rest : [step, ...rest])
  if (isLeaf(field)) return isNumber && !rest.length && field.times === "*" ? { field, node, line: Number(step) } : null
  const inner = table.part(field.of).fields.get(step)
  return inner ? placeAt(table, inner, innerOf(node, step), rest) : null
}

const rowOf = (node, i) => {
  node.items ??= []
  while (node.items.length <= i) node.items.push(nodeOf())
  return node.items[i]
}
const innerOf = (node, key) => ((node.of ??= {})[key] ??= nodeOf())

const into = (table, at, item, isOver) => {
  const why = item.value === undefined ? "" : write(table, at, item.value, isOver)
  if (why) return why
  const { node } = at
  for (const key of BESIDE) if (item[key]) node[key] ??= item[key]
  if (isOver && node.found) node.found.isAnswered = true
  else if (!isOver) node.found = { where: item.where ?? "", question: item.question ?? "", choices: item.choices ?? [], held: "" }
  return ""
}

const write = (table, { field, node, line }, value, isOver) => {
  if (isRows(field)) return first([value].flat().map((one, i) => write(table, { field: alone(field), node: rowOf(node, i) }, one, isOver)))
  if (isLeaf(field)) return inBox(field, node, line, value, isOver)
  const { fields, needs } = table.part(field.of)
  // A text alone is who is named, or the number itself.
  const told = typeof value === "object" ? value : { [needs.length ? "printed" : (field.alone ?? "value")]: value }
  return first(Object.entries(told).map(([key, one]) => (fields.has(key) ? write(table, { field: fields.get(key), node: innerOf(node, key) }, one, isOver) : NO_FIELD)))
}
const first = (all) => all.find(Boolean) ?? ""

// A list of words is a list; other lists are a line each.
const inBox = (field, node, line, value, isOver) => {
  const isList = field.sort === "w" && field.times === "*"
  const given = [value].flat().map(String), before = isList ? (node.v ?? []) : node.v ? node.v.split("\n") : []
  const after = line === undefined ? given : Object.assign(Array.from({ length: Math.max(before.length, line + 1) }, (_, i) => before[i] ?? ""), { [line]: given[0] })
  const held = line === undefined ? before.join("\n") : (before[line] ?? "")
  if (held && held !== given.join("\n") && !isOver) return TYPED
  node.v = isList ? after : after.join("\n")
  // The unit was chosen for what stood there before.
  if (isOver) node.unit = node.way = ""
  return ""
}
