// Filters the ledger by purchaser, place, kind and state; the state of the filters is the address.
// Without it the page shows the whole list, page by page.

import { WORDS, dutyState } from "./duties.js"
import { dayWords, shanghai } from "./windows.js"

const FILTERS = {
  by: (row) => row.by,
  place: (row) => [row.place],
  what: (row) => [row.what],
  state: (row) => [WORDS[row.state]],
}
const MOST = 200

export const filterLedger = async (form, now) => {
  const list = document.querySelector("[data-part=ledger-rows]")
  const response = await fetch(new URL("rows.json", new URL(form.dataset.base || ".", location))).catch(() => null)
  if (!response?.ok) return
  const [day] = shanghai(now)
  const rows = (await response.json()).map((row) => ({ ...row, state: dutyState(row, row.today || day) }))
  const asked = new URLSearchParams(location.search)
  for (const [name, values] of Object.entries(FILTERS)) fill(form.elements[name], rows.flatMap(values), asked.get(name))
  const renew = () => {
    const wanted = Object.fromEntries(new FormData(form))
    const found = rows.filter((row) => Object.entries(FILTERS).every(([name, values]) => !wanted[name] || values(row).includes(wanted[name])))
    show(list, form, found)
    // Those of all are not those of what is shown.
    for (const all of document.querySelectorAll("[data-part=ledger-all]")) all.hidden = Object.values(wanted).some(Boolean)
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString()
    history.replaceState(null, "", query ? `?${query}` : location.pathname)
  }
  form.addEventListener("change", renew)
  form.hidden = false
  if ([...asked.keys()].some((name) => name in FILTERS)) renew()
}

const fill = (select, values, chosen) => {
  const known = [...new Set(values)].sort((a, b) => a.localeCompare(b, "zh-CN"))
  select.replaceChildren(...["", ...known].map((value) => new Option(value || "全部", value, false, value === chosen)))
  // An address may ask for what is not here: then nothing is listed, and its words are not repeated.
  if (chosen && !known.includes(chosen)) select.append(new Option("链接里的条件，台账里没有", chosen, false, true))
}

const show = (list, form, found) => {
  list.replaceChildren(...found.slice(0, MOST).map(rowOf))
  form.querySelector("[data-part=ledger-count]").textContent = counted(found)
  for (const pager of document.querySelectorAll(".p-pager")) pager.hidden = true
}

const counted = (found) => {
  if (!found.length) return "没有这样的事项；按期的不列在台账里"
  const number = (state) => found.filter((row) => row.state === state).length
  const each = Object.keys(WORDS).filter(number).map((state) => `${WORDS[state]} ${number(state)}`)
  const more = found.length > MOST ? `，只列前 ${MOST} 项` : ""
  return `共 ${found.length} 项：${each.join("，")}${more}。按期的不列在台账里`
}

const rowOf = (row) => {
  const item = make("li", "p-row")
  const link = make("a", "p-row__title", row.title)
  link.href = `../${row.href}`
  const state = make("strong", `p-badge p-badge--${row.state}`, WORDS[row.state])
  const when = row.said || (row.due ? `最迟 ${dayWords(row.due)}` : row.since ? `${row.from} ${dayWords(row.since)}${row.fixed ? "" : "，没有写明天数"}` : "")
  const says = [when, row.by.join("、"), `依据${row.cites}`, row.why, row.where].filter(Boolean).join(" · ")
  const line = make("span", "p-row__says")
  line.append(state, ` ${row.what}${row.lot ? `（分包 ${row.lot}）` : ""}`)
  const head = make("h3", "p-row__head")
  head.append(link)
  item.append(head, ...(row.today ? [make("span", "p-badge p-badge--demo", "演示")] : []), line, make("span", "p-row__says", says))
  return item
}

const make = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text })
