// Filters the ledger by purchaser, place, kind and state; the state of the filters is the address.
// Without it the page shows the whole list, page by page.

import { WORDS, dutyState } from "./duties.js"
import { unpacked } from "./reader.js"
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
  const [day] = shanghai(now)
  const rowsOf = async (name) => {
    const response = await fetch(new URL(name, new URL(form.dataset.base || ".", location))).catch(() => null)
    return response?.ok ? (await unpacked(await response.arrayBuffer())).map((row) => ({ ...row, state: dutyState(row, row.today || day) })) : null
  }
  const rows = await rowsOf("rows.json")
  if (!rows) return
  // What was kept is the most of all and asked for by few: it comes when it is wanted.
  let kept = null
  const asked = new URLSearchParams(location.search)
  const names = Object.keys(FILTERS)
  const isKnown = (name) => !asked.get(name) || rows.some((row) => FILTERS[name](row).includes(asked.get(name)))
  const fillAll = (chosen) => {
    for (const name of names) fill(form.elements[name], [...rows, ...(kept ?? [])].flatMap(FILTERS[name]), chosen(name))
    if (!kept && form.dataset.kept) form.elements.state.append(new Option(WORDS.kept))
  }
  const fetchKept = async () => { kept ??= form.dataset.kept ? await rowsOf("kept.json.gz") : [] }
  const renew = async () => {
    const wanted = Object.fromEntries(new FormData(form))
    if (wanted.state === WORDS.kept && !kept) {
      await fetchKept()
      fillAll((name) => wanted[name])
    }
    const fits = (row) => names.every((name) => !wanted[name] || FILTERS[name](row).includes(wanted[name]))
    const found = (wanted.state === WORDS.kept ? (kept ?? []) : rows).filter(fits)
    show(list, form, found, wanted.state ? 0 : (kept ?? []).filter(fits).length)
    // Those of all are not those of what is shown.
    for (const all of document.querySelectorAll("[data-part=ledger-all]")) all.hidden = Object.values(wanted).some(Boolean)
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString()
    history.replaceState(null, "", query ? `?${query}` : location.pathname)
  }
  if (!names.every(isKnown)) await fetchKept()
  fillAll((name) => asked.get(name))
  form.addEventListener("change", renew)
  form.hidden = false
  if (names.some((name) => asked.has(name))) renew()
}

const fill = (select, values, chosen) => {
  const known = [...new Set(values)].sort((a, b) => a.localeCompare(b, "zh-CN"))
  select.replaceChildren(...["", ...known].map((value) => new Option(value || "全部", value, false, value === chosen)))
  // An address may ask for what is not here: then nothing is listed, and its words are not repeated.
  if (chosen && !known.includes(chosen)) select.append(new Option("链接里的条件，台账里没有", chosen, false, true))
}

const show = (list, form, found, kept) => {
  list.replaceChildren(...found.slice(0, MOST).map(rowOf))
  const more = found.length > MOST ? `，只列前 ${MOST} 项` : ""
  const beside = kept ? `；另有按期的 ${kept} 项，状态选“按期”来看` : ""
  form.querySelector("[data-part=ledger-count]").textContent = `${found.length ? `共 ${found.length} 项${more}：${byState(found)}` : "没有这样的事项"}${beside}`
  for (const pager of document.querySelectorAll(".p-pager")) pager.hidden = true
}

// What was found, state by state; what is invented is told apart.
const byState = (found) => {
  const many = (name, rows) => [name, rows.length, rows.filter((row) => row.today).length]
  const states = [...new Set(found.map(({ state }) => state))].map((state) => many(WORDS[state], found.filter((row) => row.state === state)))
  return states.map(([name, all, demo]) => `${name} ${all}${demo ? `（${demo === all ? "都是演示" : `其中演示 ${demo}`}）` : ""}`).join("，")
}

const rowOf = (row) => {
  const item = make("li", "p-row")
  const link = make("a", "p-row__title", row.title)
  link.href = `../${row.href}`
  const state = make("strong", `p-badge--${row.state}`, WORDS[row.state])
  const when = row.said || (row.due ? `最迟 ${dayWords(row.due)}` : row.since ? `${row.from} ${dayWords(row.since)}${row.fixed ? "" : "，没有写明天数"}` : "")
  const says = [when, row.by.join("、"), `依据${row.cites}`, row.why].filter(Boolean).join(" · ")
  const line = make("span", "p-row__says")
  line.append(state, ` ${row.what}${row.lot ? `（分包 ${row.lot}）` : ""}`)
  const head = make("h3", "p-row__head")
  head.append(link)
  item.append(head, ...(row.today ? [make("span", "p-badge--demo", "演示")] : []), line, make("span", "p-row__says", says), make("span", "p-row__says", row.where))
  return item
}

const make = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text })
