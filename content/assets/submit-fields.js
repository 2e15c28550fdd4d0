// The fields of the form: a box a text, a group a part, rows that can be added and taken away.
// Without it the page says what to do instead.

import { button, make } from "./make.js"
import { foundOf } from "./submit-found.js"
import { alone, isLeaf, isRows, nodeOf } from "./submit-nodes.js"

// What the page answers by itself, or what a form cannot ask.
const LEFT_OUT = new Set(["kind", "portal", "fictional", "note", "budget_by_year", "between", "of"])
const FIRST_KEYS = 4
// What is chosen from a list shows its answers itself.
const CHOSEN = new Set(["w", "b", "h"])
const MUST = "必须写；"
const HINTS = {
  d: "照公告的写法就可以，例如 2026年3月2日",
  "*t": "一行写一项",
  Money: "照公告的写法，例如 46.8万元、468000；是单价的写 45元/次",
  Quantity: "连单位一起写，例如 8000人次",
  Score: "写分数；不是分数的照写",
}

const isGroup = (field) => !isLeaf(field)
const askable = (part) => [...part.fields.values()].filter(({ key, sort }) => !LEFT_OUT.has(key) && sort !== "=" && sort !== "y")

// One key of a part: what is asked, by whose law, and where the answer goes.
export const fieldOf = (it, owner, field, node, path, name) => {
  const row = it.rows.get(path.join("."))
  const label = name ?? (row ? chosen(it, field, row.ask) : field.label)
  const hint = hintOf(it, field, row, node.id)
  if (isRows(field)) return rowsOf(it, field, node, path, label, hint)
  if (isGroup(field)) return groupOf(it, field, node, path, label, hint)
  return boxOf(it, field, node, label, hint)
}

const hintOf = (it, field, row, id) => {
  const shown = row?.example && isLeaf(field) && !CHOSEN.has(field.sort) ? `例如 ${row.example}` : ""
  const form = HINTS[isRows(field) ? "" : field.of in HINTS ? field.of : `${field.times}${field.sort}`] ?? ""
  const absent = row?.absent && chosen(it, field, row.absent)
  const needed = absent?.startsWith(MUST) ? absent.slice(MUST.length) : ""
  const texts = [form || shown, row?.need ? "必填" : "", needed || (absent ? `没有写的：${absent}` : "")].filter(Boolean)
  const cites = (row?.by ?? []).map(([name, href]) => Object.assign(make("a", "", name), { href: new URL(href, it.root).href }))
  const hint = make("small", "p-note", texts.join("。"), ...(cites.length ? [`${texts.length ? "。" : ""}要求写的：`, ...cites.flatMap((link, i) => (i ? ["、", link] : [link]))] : []))
  hint.id = `${id}-hint`
  return hint
}

// In a form a word is chosen by what it is called, and never written.
const chosen = (it, { sort, of }, text) => (sort === "w" ? text.replace(/[写选] ([a-z-]+)/gu, (all, word) => (it.table.words.get(of).has(word) ? `选“${it.table.words.get(of).get(word)}”` : all)) : text)

const boxOf = (it, field, node, label, hint) => {
  const box = inputOf(it, field, node)
  box.id = node.id
  box.setAttribute("aria-describedby", `${node.id}-hint ${node.id}-wrong`)
  const title = make("label", "", label)
  title.htmlFor = node.id
  const wrong = Object.assign(make("p", "p-wrong"), { id: `${node.id}-wrong` })
  const beside = field.of === "Money" ? [unitOf(it, node, label)] : []
  return make("div", "p-ask", title, hint, make("div", beside.length ? "p-ask__sum" : "", box, ...beside), wrong, ...foundOf(it, node, label), noteOf(it, node, label))
}

const optionsOf = (pairs, value) => pairs.map(([key, label]) => new Option(label, key, false, key === value))
const choice = (it, node, prop, pairs, label) => {
  const select = make("select", "", ...optionsOf(pairs, node[prop] ?? ""))
  if (label) select.setAttribute("aria-label", label)
  select.addEventListener("change", () => {
    node[prop] = select.value
    it.renew()
  })
  return select
}

const inputOf = (it, field, node) => {
  if (field.sort === "b") return choice(it, node, "v", [["", "没有写"], ["true", "是"], ["false", "否"], ...(field.isOptional ? [["/", "只印着“/”"]] : [])])
  if (field.sort === "h") return choice(it, node, "v", [["", "没有写"], ["true", "成立"], ["false", "不成立"], ...it.table.words.get(field.of)])
  if (field.sort === "w") {
    const words = [...it.table.words.get(field.of)]
    return field.times === "*" ? several(it, node, words) : choice(it, node, "v", [["", "没有写"], ...words])
  }
  const isLong = field.sort === "t" || field.times === "*"
  const box = make(isLong ? "textarea" : "input", "")
  if (isLong) box.rows = field.times === "*" ? 2 : 1
  box.autocomplete = "off"
  box.value = node.v ?? ""
  box.addEventListener("input", () => {
    node.v = box.value
    it.renew()
  })
  return box
}

const several = (it, node, pairs) => {
  const select = make("select", "")
  // A list of one answer chooses the first by itself.
  select.multiple = true
  select.append(...pairs.map(([key, label]) => new Option(label, key, false, (node.v ?? []).includes(key))))
  select.size = 4
  select.addEventListener("change", () => {
    node.v = [...select.selectedOptions].map(({ value }) => value)
    it.renew()
  })
  return select
}

// In which unit a sum is printed: never chosen for whoever writes it.
const unitOf = (it, node, label) => {
  const select = choice(it, node, "unit", [["", "请选单位"], ["元", "元"], ["万元", "万元"], ["亿元", "亿元"], ["printed", "只照录"]], `${label}：单位`)
  select.value = node.way === "printed" ? "printed" : (node.unit ?? "")
  select.addEventListener("change", () => {
    node.way = select.value === "printed" ? "printed" : ""
    node.unit = select.value === "printed" ? "" : select.value
    it.renew()
  })
  return select
}

// How a value is known, where it is not plainly stated: made when it is asked for.
const noteOf = (it, node, label) => {
  const summary = make("summary", "", "注明")
  summary.setAttribute("aria-label", `${label}：注明怎样知道的`)
  const fold = make("details", "p-ask__note", summary)
  const fill = () => {
    const basis = choice(it, node, "basis", [["", "公告载明"], ["inferred", "由公告推断"], ["reprint", "只见于转载"]], `${label}：怎样知道的`)
    fold.append(basis, ...[["printed", "公告的原话"], ["note", "说明"]].map(([prop, name]) => {
      const box = make("input", "")
      box.value = node[prop] ?? ""
      box.setAttribute("aria-label", `${label}：${name}`)
      box.placeholder = name
      box.addEventListener("input", () => {
        node[prop] = box.value
        it.renew()
      })
      return box
    }))
  }
  if (node.basis || node.note || node.printed) fold.open = true
  fold.addEventListener("toggle", () => fold.childElementCount > 1 || fill(), { once: true })
  return fold
}

const group = (label, id, ...inside) => {
  const set = make("fieldset", "p-asks", make("legend", "", label), ...inside)
  set.id = id
  set.tabIndex = -1
  return set
}

// Which keys of a part are asked at first: those that are usual there, else those that must be, else the first.
const keysAt = (it, part, path, node) => {
  const start = `${path.join(".")}.`
  const inner = [...it.rows.keys()].filter((one) => one.startsWith(start)).map((one) => one.slice(start.length).split(".")[0])
  const needed = [...part.fields.values()].filter(({ isNeeded }) => isNeeded).map(({ key }) => key)
  const usual = [...needed, ...(it.rows.get(path.join("."))?.in ?? []), ...inner]
  const first = usual.length ? usual : part.needs.length ? ["printed"] : askable(part).slice(0, FIRST_KEYS).map(({ key }) => key)
  return [...new Set([...first, ...Object.keys(node.of ?? {})])].filter((key) => part.fields.has(key) && !LEFT_OUT.has(key))
}

// What is plainer in a form than the name of the key.
const nameOf = (part, key) => {
  if (part.needs.length && key === "printed") return "名称（照公告的写法）"
  return part.name === "Numbered" && key === "value" ? "编号（照公告的写法）" : undefined
}

// The list of parties is loaded when it is asked for.
const finderOf = (it, node, label, draw) => {
  const box = make("div", "p-ask__party")
  box.append(button("在本站的名单里找", `find:${node.id}`, async () => {
    try {
      const [{ findParty }] = await Promise.all([import("./submit-parties.js"), it.whole()])
      findParty(it, node, label, draw, box)
    } catch {
      box.replaceChildren("名单没有加载成功；照公告写名称就可以。")
    }
  }, `${label}：在本站的名单里找`))
  return box
}

const groupOf = (it, field, node, path, label, hint) => {
  const part = it.table.part(field.of)
  node.of ??= {}
  const wrong = Object.assign(make("p", "p-wrong"), { id: `${node.id}-wrong` })
  const body = make("div", "")
  const add = (key) => {
    const inner = (node.of[key] ??= nodeOf())
    const made = fieldOf(it, part.name, it.table.part(part.name).fields.get(key), inner, [...path, key], nameOf(part, key))
    body.append(made)
    return made
  }
  const draw = () => {
    body.replaceChildren()
    if (part.needs.length) body.append(finderOf(it, node, label, draw))
    for (const key of keysAt(it, it.table.part(part.name), path, node)) add(key)
  }
  draw()
  return group(label, node.id, hint, ...foundOf(it, node, label), body, wrong, moreOf(it, part.name, node, label, add))
}

// Any other key of a part: what there is, is loaded when it is asked for.
const moreOf = (it, name, node, label, add) => {
  const ask = button("写别的栏目", `more:${node.id}`, async () => {
    if (!(await it.whole())) return ask.replaceWith("栏目没有加载成功；请检查网络，再选一次种类。")
    const select = othersOf(it, name, node, label, add)
    ask.replaceWith(select)
    select.focus()
  }, `${label}：写别的栏目`)
  return ask
}

const othersOf = (it, name, node, label, add) => {
  const left = () => askable(it.table.part(name)).filter(({ key }) => !node.of[key])
  const fill = (select) => select.replaceChildren(...optionsOf([["", "写别的栏目…"], ...left().map(({ key, label }) => [key, label])], ""))
  const select = make("select", "p-ask__more")
  select.setAttribute("aria-label", `${label}：写别的栏目`)
  fill(select)
  select.addEventListener("change", () => {
    if (!select.value) return
    const made = add(select.value)
    fill(select)
    made.querySelector("input, textarea, select")?.focus()
  })
  return select
}

const rowsOf = (it, field, node, path, label, hint) => {
  const one = alone(field)
  node.items ??= [nodeOf()]
  const list = make("div", "")
  const draw = () => list.replaceChildren(...node.items.map((item, i) => {
    const made = groupOf(it, one, item, path, `${short(label)}：第${i + 1}项`, "")
    if (node.items.length > 1) {
      made.append(button("删去这一项", `drop:${item.id}`, () => {
        node.items.splice(i, 1)
        draw()
        it.renew()
        more.focus()
      }, `删去${short(label)}第${i + 1}项`))
    }
    return made
  }))
  const more = button("再写一项", `add:${node.id}`, () => {
    node.items.push(nodeOf())
    draw()
    it.renew()
    list.lastElementChild.querySelector("input, textarea, select").focus()
  }, `${short(label)}：再写一项`)
  draw()
  const wrong = Object.assign(make("p", "p-wrong"), { id: `${node.id}-wrong` })
  return group(label, node.id, hint, ...foundOf(it, node, label), list, wrong, more)
}

const short = (label) => label.replace(/[（(].*$/u, "")
