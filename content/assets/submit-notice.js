// A pasted notice as values for the form: only what the reader of notices is certain of, too, and less of it.
// Without it every field is typed by hand. Who was chosen, lots, experts and terms are left to whoever reads it.

import { gather } from "./submit-gather.js"
import { openHeadline } from "./submit-headline.js"
import { openLines } from "./submit-lines.js"
import { openNames } from "./submit-names.js"
import { openOrder } from "./submit-order.js"
import { openWords, strip, stripOf, words as split } from "./submit-words.js"

const TELLING = new Set(["", "basics", "result", "candidates"]), OFFICES = new Set(["purchaser", "agency"])
const OWN = { name: "supplier", address: "supplier.address" }
const PERSONAL = "联系人的姓名和手机号不抄录", FOREIGN = "写在另一个单位后面，看不出是谁的"
const LONGEST_METHOD = 40
const cut = (key) => [key.split(".")[0], key.split(".").slice(1).join(".")]
const isPair = ({ is }) => is === "pair"
const told = (one) => (one.is === "words" ? one.text : isPair(one) ? `${one.words}：${one.value}` : "")

export const openNotice = (table) => {
  const it = openWords(table), names = openNames(it), headline = openHeadline(it, names)
  const said = openOrder(it, openLines(it, names.hasPlainEnd))
  const results = new Set(table.results), leftSections = new Set(table.left), plain = new Set(table.plain)

  const read = (every, kind, has) => {
    const into = gather(it.bare, has), head = headline(every)
    if (head.title) into.put("title", head.title, head.at, head.title)
    if (head.called) into.put("as_titled", head.called, "", head.called)
    if (head.day) into.leave(head.day.at, head.day.text, "是哪一种日期，请自己看")
    const used = new Set(head.used)
    for (const section of sectionsOf(every.filter((one) => !used.has(one)))) readSection(into, section, kind)
    finish(into, every)
    return { ...into.done(), called: head.called, title: head.title }
  }

  const readSection = (into, { name, entries }, kind) => {
    if (TELLING.has(name)) telling(into, entries, kind)
    else if (name === "sole") telling(into, entries.map((one) => (isPair(one) ? { ...one, key: OWN[one.key] ?? one.key } : one)), kind)
    else if (name === "contacts" || name in table.rows) contacts(into, entries, name in table.rows ? name : "")
    else if (plain.has(name) && !leftSections.has(name)) entries.forEach((one) => (isPair(one) && !one.key.startsWith("fee.") ? labelled(into, one) : leave(into, one)))
    else entries.forEach((one) => leave(into, one))
  }

  // Facts of the whole; who was chosen and what is said of a lot stay where they are.
  const telling = (into, given, kind) => {
    const entries = joined(given), isAnyOf = (test) => entries.some((one) => isPair(one) && test(one.key))
    const isOfLots = isAnyOf((key) => key === "lot.name") && !isAnyOf((key) => results.has(key))
    let isLot = false
    for (const one of entries) {
      isLot ||= isOfLots && one.is === "mark"
      if (!isPair(one) || isLot || one.key === "unit") leave(into, one)
      else if (!isOfLots && one.key === "amount" && kind === "contract") sum(into, "amount", one)
      else if (!isOfLots && results.has(one.key)) leave(into, one)
      else labelled(into, one)
    }
  }

  const labelled = (into, pair) => {
    const [whose, what] = cut(pair.key)
    if (["phone", "address"].includes(what) && whose in table.rows) contacts(into, [pair], "")
    else if (pair.key === "person") into.leave(pair.at, told(pair), PERSONAL)
    else if (!pair.value) leave(into, pair)
    else if (OFFICES.has(pair.key)) contacts(into, [pair], "")
    else if (whose === "number") number(into, what, pair)
    else if (Object.hasOwn(FACTS, pair.key)) FACTS[pair.key](into, pair)
    else if (Object.hasOwn(table.days, pair.key)) day(into, table.days[pair.key], pair)
    else leave(into, pair)
  }

  const number = (into, role, pair) => {
    const found = names.reference(pair.value), row = `numbers.${table.roles.indexOf(role)}`
    if (!found) return leave(into, pair)
    into.put(`${row}.value`, found, pair.at, told(pair))
    into.put(`${row}.role`, role, pair.at, told(pair))
  }
  const named = (into, pair) => {
    const found = names.titled(pair.value)
    if (found && pair.isCut) into.doubt(pair.key, pair.at, told(pair), "一行里连着写，看不出到哪里为止")
    else if (found) into.put(pair.key, found, pair.at, told(pair))
    else leave(into, pair)
  }
  const day = (into, path, pair) => {
    const found = names.day(pair.value)
    if (found) into.put(path, found, pair.at, told(pair))
    else into.doubt(path, pair.at, told(pair))
  }
  const sum = (into, path, pair) => {
    const found = names.sum(pair.value) ?? (pair.unit ? names.sum(strip(pair.value) + pair.unit) : null)
    if (found) into.put(path, found, pair.at, told(pair))
    else into.doubt(path, pair.at, told(pair))
  }
  const method = (into, pair) => {
    const printed = stripOf(pair.value, " 。；;，,"), key = table.methods[it.bare(printed)]
    if (key) into.put("method", key, pair.at, told(pair))
    if (key || (names.isClean(pair.value) && pair.value.length <= LONGEST_METHOD)) into.put("method_printed", printed, pair.at, told(pair))
    else leave(into, pair)
  }
  const FACTS = {
    project_name: named, contract_name: named, method,
    budget: (into, pair) => sum(into, "budget", pair),
    ceiling: (into, pair) => sum(into, "ceiling", pair),
    total: (into, pair) => into.doubt("amount", pair.at, told(pair)),
  }

  // What stands under 采购人信息 and its like; `role` is empty where it is not known whose it is.
  const contacts = (into, entries, role) => {
    let isForeign = false
    for (const one of entries) {
      if (isPair(one) && !isForeign) contact(into, one, role)
      else leave(into, one, isPair(one) ? FOREIGN : "")
      isForeign ||= one.is === "words" && namesAnother(one.text)
    }
  }
  const namesAnother = (text) => {
    const [, ...after] = it.fold(text).split(":"), [first] = split(after.join(":"))
    return Boolean(first && names.organisation(first)?.isSure)
  }
  const contact = (into, pair, role) => {
    const [of, about] = cut(pair.key), isOwn = ["phone", "address"].includes(about)
    const whose = isOwn ? (of === "project" && role ? role : of) : OFFICES.has(pair.key) ? pair.key : role
    const what = isOwn ? about : OFFICES.has(pair.key) ? "name" : pair.key, row = `contacts.${table.rows[whose]}`
    const own = OFFICES.has(whose) ? whose : row
    if (what === "person") into.leave(pair.at, told(pair), PERSONAL)
    else if (!(whose in table.rows) || !pair.value) leave(into, pair)
    else if (what === "name") office(into, `${own}.printed`, pair)
    else if (what === "address") put(into, `${own}.address`, names.placeAlone(pair.value), pair)
    else if (what === "phone") put(into, `${row}.phone`, names.phone(pair.value), pair, it.find("mobile", it.fold(pair.value)) ? PERSONAL : "看不出是一个办公电话")
    else leave(into, pair)
  }
  const office = (into, path, pair) => {
    const found = names.organisation(pair.value)
    put(into, path, found && !found.isSeveral ? found.name : null, pair, "看不出是哪一家机构")
  }
  const put = (into, path, value, pair, why = "") => (value ? into.put(path, value, pair.at, told(pair)) : leave(into, pair, why))

  // Rows of contacts say whose they are, with the name and address that stand beside them.
  const finish = (into, every) => {
    const last = every.at(-1), day = last?.is === "words" ? names.day(last.text) : null
    if (day) into.put("signed_off", day, last.at, last.text)
    for (const whose of OFFICES) if (!into.value(`${whose}.printed`)) into.drop(`${whose}.address`, "没有看到是谁的地址")
    for (const row of table.roles.keys()) if (!into.value(`numbers.${row}.value`)) into.drop(`numbers.${row}.role`)
    for (const [role, row] of Object.entries(table.rows)) {
      if (!into.paths().some((path) => path.startsWith(`contacts.${row}.`))) continue
      into.put(`contacts.${row}.role`, role, "", "")
      for (const key of ["printed", "address"]) {
        const value = into.value(`${role}.${key}`)
        if (value) into.put(`contacts.${row}.${key}`, value, "", "")
      }
    }
  }
  return { said, read, words: it }
}

const leave = (into, one, why = "") => {
  if (one.is !== "grid") return into.leave(one.at ?? "", told(one), why)
  for (const [i, row] of [one.head, ...one.rows].entries()) {
    const cells = row.filter(([, isCopy]) => !isCopy).map(([text]) => text)
    into.leave(`${one.table.at}第 ${one.first + i + 1} 行`, cells.join(" | "), why)
  }
}

// The entries by the heading over them.
const sectionsOf = (said) => {
  const sections = [], now = { name: "", entries: [] }
  for (const one of said) {
    if (one.is !== "heading") now.entries.push(one)
    else if (one.section || now.name) {
      sections.push({ ...now })
      const isInside = one.section === "contacts" && ["purchaser", "agency", "project", "finance"].includes(now.name)
      now.name = isInside ? now.name : one.section
      now.entries = []
    }
  }
  return [...sections, now]
}

// A lone label takes the words below it.
const joined = (entries) => {
  const said = []
  let held = null
  for (const one of entries) {
    if (held && one.is === "words") {
      said.push({ ...held, value: one.text })
      held = null
      continue
    }
    if (held) said.push(held)
    held = isPair(one) && !one.value ? one : null
    if (!held) said.push(one)
  }
  return held ? [...said, held] : said
}
