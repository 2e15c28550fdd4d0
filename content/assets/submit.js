// The form for a record without Git: asks what is usual, shows the file as it grows, says what the check will say.
// Nothing is sent: the draft is kept in this tab alone. Without it the page says where to send the notice.

import { offerKinds } from "./submit-kinds.js"
import { renumber } from "./submit-nodes.js"
import { draw, offerKeys, orderOf, place } from "./submit-rows.js"
import { openTable, wholeOf } from "./submit-table.js"

const KEPT = "submit", WAITS = 150
const WHERE = ["project", "division", "slug", "id"]

export const submit = async (form) => {
  const it = started(form)
  listen(it)
  form.hidden = false
  document.querySelector("[data-part=submit-without]").hidden = true
  await resume(it)
}

// What the parts of the form share: the page, the draft, the table of its kind, and what each of them may ask for.
const started = (form) => {
  const root = new URL("../", location)
  const it = {
    root, form, host: form.dataset, draft: null, said: null, turn: 0,
    part: (name) => form.querySelector(`[data-part=submit-${name}]`),
    get: async (name) => {
      const answer = await fetch(new URL(`submit/${name}`, root))
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
      return answer.json()
    },
  }
  let asked = 0
  it.renew = () => {
    clearTimeout(asked)
    it.part("found").setAttribute("aria-busy", "true")
    asked = setTimeout(async () => {
      const mine = asked
      await renewNow(it)
      // Something was typed meanwhile.
      if (mine === asked) it.part("found").removeAttribute("aria-busy")
    }, WAITS)
  }
  // Fills the form from what was read elsewhere; gives back what was not put anywhere, each with why.
  it.fill = (kind, items) => filled(it, kind, items)
  it.redraw = (id) => redraw(it, id)
  // What is not asked at first is loaded when somebody asks for it.
  it.whole = () => (it.more ??= whole(it))
  return it
}

const fresh = (it, kind) => ({ kind, where: { ...it.draft?.where, how: undefined }, of: it.draft?.of ?? {}, confirmed: {}, absent: [], unread: it.draft?.unread ?? [] })

const whole = async (it) => {
  const mine = it.turn
  try {
    const rest = await it.get(`kinds/${it.draft.kind}.more.json`)
    if (mine === it.turn) it.table = openTable((it.given.table = wholeOf(it.given.table, rest)))
    return true
  } catch {
    it.more = null
    return false
  }
}

const filled = async (it, kind, items) => {
  if (it.draft?.kind !== kind && !(await open(it, fresh(it, kind)))) return items.map((item) => ({ ...item, why: "这一种的表没有加载成功" }))
  const [{ fill }] = await Promise.all([import("./submit-fill.js"), it.whole()])
  const left = fill(it.table, it.draft, items)
  redraw(it)
  return left
}

// The fields anew, for what they hold has changed; whoever was in one of them stays there.
const redraw = (it, id = "") => {
  for (const one of WHERE) it.form.elements[one].value = it.draft.where[one] ?? ""
  draw(it)
  place(it)
  if (id) document.querySelector(`#${CSS.escape(id)}`)?.focus()
  it.renew()
}

// What is asked comes first; what checks the answers is loaded while they are typed.
const renewNow = async (it) => {
  if (!it.draft) return
  try {
    it.checking ??= import("./submit-check.js")
    const { ready } = await it.checking
    await ready(it)()
  } catch {
    it.checking = null
    it.part("count").textContent = "检查没有加载成功；请检查网络，再改动一处。"
    return
  }
  keep(it)
}

// Whether the table of the kind was there, and no other kind was chosen meanwhile.
const open = async (it, given) => {
  const mine = ++it.turn
  const isFilled = Object.keys(given.of).length > 0
  let told
  try {
    told = await it.get(`kinds/${given.kind}.json`)
    // Whoever has answered before may have answered more than is asked at first.
    if (isFilled) told.table = wholeOf(told.table, await it.get(`kinds/${given.kind}.more.json`))
  } catch {
    it.part("kind-said").textContent = "这一种的表没有加载成功；请检查网络，再选一次。"
    return false
  }
  if (mine !== it.turn) return false
  const table = openTable(told.table)
  it.draft = { ...given, of: shared(it.table, it.draft, table, given) }
  it.draft.where.how = given.kind === "project" ? "new" : (given.where.how ?? (told.alone ? "alone" : "new"))
  Object.assign(it, { table, spelt: null, more: isFilled ? Promise.resolve(true) : null, given: told, rows: new Map(told.rows.map((row) => [row.path, row])), order: orderOf(told.rows.map(({ path }) => path)) })
  it.form.elements.kind.value = given.kind
  it.form.elements.how.value = it.draft.where.how
  redraw(it)
  it.part("body").hidden = false
  it.form.dispatchEvent(new Event("kind"))
  return true
}

// Of answers to another kind those stay that mean the same in this one.
const shared = (before, old, table, { kind, of }) => {
  if (!before || !old) return of
  const [was, is] = [before.part(before.kinds[old.kind]), table.part(table.kinds[kind])].map(({ fields }) => fields)
  const same = (key) => ["sort", "of", "times"].every((one) => was.get(key)?.[one] === is.get(key)?.[one])
  return Object.fromEntries(Object.entries(of).filter(([key]) => is.has(key) && same(key)))
}

const listen = (it) => {
  const { kind, name, how, more, ...others } = it.form.elements
  kind.addEventListener("change", () => {
    if (kind.value) open(it, fresh(it, kind.value))
  })
  let names = null
  name.addEventListener("input", async () => {
    names ??= it.get("names.json").catch(() => [])
    offerKinds(it, kind, name.value, await names)
  })
  for (const one of WHERE) {
    others[one].addEventListener("input", () => {
      it.draft.where[one] = others[one].value
      it.renew()
    })
  }
  how.addEventListener("change", () => {
    it.draft.where.how = how.value
    place(it)
    it.renew()
  })
  more.addEventListener("input", async () => offerKeys(it, more.value, await it.whole()))
  it.part("pasted").addEventListener("paste", ({ clipboardData }) => {
    const [html, text] = ["text/html", "text/plain"].map((sort) => clipboardData.getData(sort))
    const read = async () => (await import("./submit-paste.js")).paste(it, html, text)
    read().catch(() => {
      it.part("pasted-said").textContent = "读公告的程序没有加载成功；请检查网络，再贴一次。"
    })
  })
  it.form.addEventListener("submit", (event) => event.preventDefault())
  // Whoever read a notice says what it found: {kind, items}, and is told what was put nowhere.
  it.form.addEventListener("fill", async ({ detail }) => detail.told?.(await it.fill(detail.kind, detail.items)))
  it.part("drop").addEventListener("click", () => {
    sessionStorage.removeItem(KEPT)
    location.reload()
  })
}

const keep = (it) => {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(it.draft))
  } catch {
    it.part("kept").textContent = "浏览器不让网页保存草稿；关掉这一页，填的字就没有了。"
  }
}

const resume = async (it) => {
  const held = sessionStorage.getItem(KEPT)
  if (!held) return
  try {
    const kept = JSON.parse(held)
    for (const node of Object.values(kept.of)) renumber(node)
    await open(it, kept)
  } catch {
    // What another edition of this page kept is of no use here.
    sessionStorage.removeItem(KEPT)
  }
}
