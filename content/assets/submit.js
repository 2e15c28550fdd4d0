// The form for a record without Git: asks what is usual, shows the file as it grows, says what the check will say.
// Nothing is sent: the draft is kept in this tab alone. Without it the page says where to send the notice.

import { button, make } from "./make.js"
import { nodeOf, renumber } from "./submit-draft.js"
import { fieldOf } from "./submit-fields.js"
import { openSpelt } from "./submit-spelt.js"
import { openTable } from "./submit-table.js"

const KEPT = "submit", WAITS = 150, MOST = 8
const OWN = new Set(["kind", "portal", "fictional", "begins", "budget_by_year"])

export const submit = async (form) => {
  const root = new URL("../", location)
  const part = (name) => form.querySelector(`[data-part=submit-${name}]`)
  const get = async (name) => {
    const answer = await fetch(new URL(`submit/${name}`, root))
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return answer.json()
  }
  const { kind, name, how } = form.elements
  const it = { root, rows: new Map(), order: [], part, host: form.dataset, said: null }
  let draft = null, asked = 0, checking = null
  // What is asked comes first; what checks the answers is loaded while they are typed.
  const check = async () => {
    try {
      checking ??= Promise.all([import("./submit-check.js"), get("signs.json")])
      const [{ ready }, signs] = await checking
      return ready(it, signs)
    } catch {
      checking = null
      part("count").textContent = "检查没有加载成功；请检查网络，再改动一处。"
      return null
    }
  }
  const renewNow = async () => {
    const renewed = draft && (await check())
    if (!renewed) return
    it.said = renewed(draft)
    renewLooked(it, draft)
    keep(it, draft)
  }
  it.renew = () => {
    clearTimeout(asked)
    asked = setTimeout(renewNow, WAITS)
  }
  let turn = 0
  const open = async (given) => {
    const mine = ++turn
    let told
    try {
      told = await get(`kinds/${given.kind}.json`)
    } catch {
      part("kind-said").textContent = "这一种的表没有加载成功；请检查网络，再选一次。"
      return
    }
    // Another kind was chosen meanwhile.
    if (mine !== turn) return
    const table = openTable(told.table)
    draft = { ...given, of: shared(it.table, draft, table, given) }
    draft.where.how = draft.kind === "project" ? "new" : (draft.where.how ?? (told.alone ? "alone" : "new"))
    it.table = table
    it.spelt = openSpelt(told.table)
    it.looked = told.looked
    it.rows = new Map(told.rows.map((row) => [row.path, row]))
    it.order = [...new Set(told.rows.map(({ path }) => path.split(".")[0]))].filter((key) => !OWN.has(key))
    kind.value = draft.kind
    how.value = draft.where.how
    for (const one of WHERE) form.elements[one].value = draft.where[one] ?? ""
    draw(it, draft)
    place(it, draft)
    part("body").hidden = false
    await renewNow()
  }
  kind.addEventListener("change", () => {
    if (kind.value) open({ kind: kind.value, where: { ...draft?.where, how: undefined }, of: draft?.of ?? {}, confirmed: {}, absent: [] })
  })
  let names = null
  name.addEventListener("input", async () => {
    names ??= get("names.json").catch(() => [])
    offerKinds(it, kind, name.value, await names)
  })
  for (const one of WHERE) {
    form.elements[one].addEventListener("input", () => {
      draft.where[one] = form.elements[one].value
      it.renew()
    })
  }
  how.addEventListener("change", () => {
    draft.where.how = how.value
    place(it, draft)
    it.renew()
  })
  form.elements.more.addEventListener("input", ({ target }) => offerKeys(it, draft, target.value))
  form.addEventListener("submit", (event) => event.preventDefault())
  part("drop").addEventListener("click", () => {
    sessionStorage.removeItem(KEPT)
    location.reload()
  })
  form.hidden = false
  document.querySelector("[data-part=submit-without]").hidden = true
  const held = sessionStorage.getItem(KEPT)
  if (!held) return
  try {
    const kept = JSON.parse(held)
    for (const node of Object.values(kept.of)) renumber(node)
    await open(kept)
  } catch {
    // What another edition of this page kept is of no use here.
    sessionStorage.removeItem(KEPT)
  }
}

// Of answers to another kind those stay that mean the same in this one.
const shared = (before, old, table, { kind, of }) => {
  if (!before || !old) return of
  const [was, is] = [before.part(before.kinds[old.kind]), table.part(table.kinds[kind])].map(({ fields }) => fields)
  const same = (key) => ["sort", "of", "times"].every((one) => was.get(key)?.[one] === is.get(key)?.[one])
  return Object.fromEntries(Object.entries(of).filter(([key]) => is.has(key) && same(key)))
}

const keep = (it, draft) => {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(draft))
  } catch {
    it.part("kept").textContent = "浏览器不让网页保存草稿；关掉这一页，填的字就没有了。"
  }
}

const WHERE = ["project", "division", "slug", "id"]

// A kind by what a notice is headed with: what the heading ends in says what it is.
const offerKinds = (it, kind, typed, names) => {
  const text = typed.replace(/[\s《》]/gu, "")
  const fits = ([name]) => text && (name.includes(text) || text.endsWith(name))
  const found = [...new Set(names.filter(fits).sort(([a], [b]) => text.endsWith(b) - text.endsWith(a) || b.length - a.length).map(([, key]) => key))]
  it.part("kind-said").textContent = text && !found.length ? "没有这样的名称；请在下面选一种。" : ""
  it.part("kinds").replaceChildren(...found.slice(0, MOST).map((key) => {
    const { label } = [...kind.options].find(({ value }) => value === key)
    return make("li", "", button(label, `kind:${key}`, () => {
      kind.value = key
      kind.dispatchEvent(new Event("change"))
      kind.focus()
    }))
  }))
}

const draw = (it, draft) => {
  const part = it.table.part(it.table.kinds[draft.kind])
  const add = (key) => {
    draft.of[key] ??= nodeOf()
    return fieldOf(it, part.name, part.fields.get(key), draft.of[key], [key])
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
const place = (it, draft) => {
  const how = draft.kind === "party" || draft.kind === "jurisdiction" ? draft.kind : draft.where.how
  it.part("how").hidden = how !== draft.where.how || draft.kind === "project"
  for (const row of it.part("where").querySelectorAll("[data-for]")) row.hidden = !row.dataset.for.split(" ").includes(how)
  const begins = how === "new" && draft.kind !== "project"
  const field = it.table.part(it.table.kinds[draft.kind]).fields.get("begins")
  if (begins && field) it.part("begins").replaceChildren(fieldOf(it, "", field, (draft.of.begins ??= nodeOf()), ["begins"], "项目从这份公告开始"))
  else {
    delete draft.of.begins
    it.part("begins").replaceChildren()
  }
}

// Whatever else a record of this kind may state, found by what it is called.
const offerKeys = (it, draft, typed) => {
  const part = it.table.part(it.table.kinds[draft.kind]), text = typed.trim().toLowerCase()
  const free = [...part.fields.keys()].filter((key) => !OWN.has(key) && key !== "note" && !draft.of[key])
  const found = text ? free.filter((key) => `${part.fields.get(key).label} ${key}`.toLowerCase().includes(text)) : []
  it.part("more-said").textContent = text && !found.length ? "没有这样的栏目；可以换一个更短的词。放不进任何栏目的，写在“其他”里。" : ""
  it.part("more-found").replaceChildren(...found.slice(0, MOST).map((key) => make("li", "", button(part.fields.get(key).label, `key:${key}`, () => {
    it.part("more-found").replaceChildren()
    it.add(key)
  }))))
}

// What a whole notice may be said not to state: each ticked by whoever looked for it.
const renewLooked = (it, draft) => {
  const { document } = it.said, method = document.method?.value ?? document.method
  const isWhole = document.source?.extent === "full"
  const items = isWhole ? it.looked.filter(([, methods]) => !methods.length || methods.includes(method)).map(([item]) => item) : []
  const wanted = items.join("\n")
  it.part("looked").hidden = !items.length
  if (it.part("looked").dataset.items === wanted) return
  it.part("looked").dataset.items = wanted
  draft.absent = (draft.absent ?? []).filter((one) => one === "all" || items.includes(one))
  it.part("items").replaceChildren(...[["all", "规定要写的都逐项找过：这里没有填的，公告就是没有写"], ...items.map((one) => [one, one])].map(([item, label]) => {
    const box = make("input", "")
    box.type = "checkbox"
    box.checked = draft.absent.includes(item)
    box.addEventListener("change", () => {
      draft.absent = box.checked ? [...draft.absent, item] : draft.absent.filter((one) => one !== item)
      it.renew()
    })
    return make("label", "p-ask__tick", box, ` ${label}`)
  }))
}
