// Reads what a party's own pages say: its years, what holds now, what was decided, what it was not chosen for.
// Without it each page shows its own.

import { make } from "./make.js"

// By year, what the pages of one party say, and what stands beside the years: nodes that lead where theirs lead.
export const toldBy = async (addresses) => {
  const told = { years: new Map(), now: [], beside: new Map() }
  for (const address of addresses) {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const table = page.querySelector("[data-part=years]")
    const role = addresses.length > 1 && table ? [make("p", "p-quiet", `作为${table.dataset.role}`)] : []
    for (const row of table?.querySelectorAll("tbody tr") ?? []) {
      const year = row.querySelector("th").textContent.trim()
      told.years.set(year, [...(told.years.get(year) ?? []), ...role.map((one) => one.cloneNode(true)), factsOf(row, address)])
    }
    told.now.push(...[...page.querySelectorAll("[data-part=standing]")].map((one) => taken(one, address)))
    for (const one of page.querySelectorAll("[data-beside]")) {
      const nodes = one.tagName === "TABLE" ? linesOf(one, address) : [taken(one, address)]
      told.beside.set(one.dataset.beside, [...(told.beside.get(one.dataset.beside) ?? []), ...nodes])
    }
  }
  return told
}

const factsOf = (row, address) => make("dl", "", ...[...row.querySelectorAll("td")].filter(isTold).flatMap((cell) => factOf(cell, address)))

const isTold = (cell) => !cell.querySelector(":scope > [aria-label]")

const factOf = (cell, address) => [make("dt", "", cell.dataset.label), make("dd", "", ...taken(cell, address).childNodes)]

// A copy for this page: its links lead where they led, and the first use of a word there is none here.
const taken = (node, address) => {
  const own = document.importNode(node, true)
  for (const term of own.querySelectorAll(".p-term")) term.replaceWith(...term.childNodes)
  for (const link of own.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address)
  return own
}

// A line a decision: what, when, from when to when, where; its words stand in the notice.
const LINE = ["处理", "决定日期", "起止", "公告"]

const linesOf = (table, address) =>
  [...table.querySelectorAll("tbody tr")].map((row) => {
    const cells = LINE.map((label) => row.querySelector(`[data-label="${label}"]`)).filter((one) => one && one.textContent.trim() !== "—")
    return make("p", "", ...cells.flatMap((one, i) => [...(i ? [" · "] : []), ...taken(one, address).childNodes]))
  })
