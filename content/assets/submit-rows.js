// The rows of the form: what is usual first, whatever else is found by its name, and what a new project says of itself.
// Without it the page says what to do instead.

import { button, make } from "./make.js"
import { fieldOf } from "./submit-fields.js"
import { nodeOf } from "./submit-nodes.js"

const MOST = 8
// What the page answers by itself, or asks elsewhere.
const OWN = new Set(["kind", "portal", "fictional", "begins", "budget_by_year"])

// The keys that are asked at first, by the paths of what is usual.
export const orderOf = (paths) => [...new Set(paths.map((path) => path.split(".")[0]))].filter((key) => !OWN.has(key))

const partOf = (it) => it.table.part(it.table.kinds[it.draft.kind])

export const draw = (it) => {
  const { draft } = it
  const add = (key) => {
    draft.of[key] ??= nodeOf()
    return fieldOf(it, partOf(it).name, partOf(it).fields.get(key), draft.of[key], [key])
  }
  const others = Object.keys(draft.of).filter((key) => !it.order.includes(key) && !OWN.has(key))
  it.part("rows").replaceChildren(...it.order.map(add))
  it.part("others").replaceChildren(...others.map(add))
  it.add = (key) => {
    const made = add(key)
    it.part("others").append(made)
    made.querySelector("input, textarea, select")?.focus()
  }
}

// What decides where the file goes; a new project says in its first notice how it is sorted.
export const place = (it) => {
  const { draft } = it
  const how = draft.kind === "party" || draft.kind === "jurisdiction" ? draft.kind : draft.where.how
  it.part("how").hidden = how !== draft.where.how || draft.kind === "project"
  for (const row of it.part("where").querySelectorAll("[data-for]")) row.hidden = !row.dataset.for.split(" ").includes(how)
  const begins = how === "new" && draft.kind !== "project"
  const field = partOf(it).fields.get("begins")
  if (begins && field) it.part("begins").replaceChildren(fieldOf(it, "", field, (draft.of.begins ??= nodeOf()), ["begins"], "项目从这份公告开始"))
  else {
    delete draft.of.begins
    it.part("begins").replaceChildren()
  }
}

// Whatever else a record of this kind may state, found by what it is called.
export const offerKeys = (it, typed, isWhole) => {
  const { draft } = it
  if (!isWhole) {
    it.part("more-said").textContent = "栏目没有加载成功；请检查网络，再写一次。"
    return
  }
  const part = partOf(it), text = typed.trim().toLowerCase()
  const free = [...part.fields.keys()].filter((key) => !OWN.has(key) && key !== "note" && !draft.of[key])
  const found = text ? free.filter((key) => `${part.fields.get(key).label} ${key}`.toLowerCase().includes(text)) : []
  it.part("more-said").textContent = text && !found.length ? "没有这样的栏目；可以换一个更短的词。放不进任何栏目的，写在“其他”里。" : ""
  it.part("more-found").replaceChildren(...found.slice(0, MOST).map((key) => make("li", "", button(part.fields.get(key).label, `key:${key}`, () => {
    it.part("more-found").replaceChildren()
    it.add(key)
  }))))
}

