// Reads the years of a party from its own page, so that what stands side by side is what stands there.
// Without it each page shows its own table.

import { make } from "./make.js"

// By year, what the pages of one party say: nodes that lead where theirs lead.
export const yearsOf = async (addresses) => {
  const found = new Map()
  for (const address of addresses) {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const table = page.querySelector("[data-part=years]")
    const role = addresses.length > 1 && table ? [make("p", "p-quiet", `作为${table.dataset.role}`)] : []
    for (const row of table?.querySelectorAll("tbody tr") ?? []) {
      const year = row.querySelector("th").textContent
      found.set(year, [...(found.get(year) ?? []), ...role.map((one) => one.cloneNode(true)), factsOf(row, address)])
    }
  }
  return found
}

const factsOf = (row, address) => make("dl", "p-facts", ...[...row.querySelectorAll("td")].filter(isTold).map((cell) => factOf(cell, address)))

const isTold = (cell) => !cell.querySelector(":scope > [aria-label]")

const factOf = (cell, address) => {
  const own = document.importNode(cell, true)
  // The first use of a word on that page is none here.
  for (const term of own.querySelectorAll(".p-term")) term.replaceWith(...term.childNodes)
  for (const link of own.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address)
  return make("div", "", make("dt", "", cell.dataset.label), make("dd", "", ...own.childNodes))
}
