// Loads what a page needs. Without it every page is whole; dates stand as of the build.

import { readyCite } from "./cite.js"
import { readyDemo } from "./demo.js"
import { renewDuties } from "./duties.js"
import { readyPaper } from "./paper.js"
import { nameThePage } from "./report.js"
import { unfold } from "./sheets.js"
import { tellStale } from "./stale.js"
import { renewWindows } from "./windows.js"

renewWindows(document, new Date())
renewDuties(document, new Date())
unfold(document)
readyPaper(document)
readyCite(document, new Date())
nameThePage(document, location)
tellStale(document, new Date())
readyDemo(document, location.search)

// Before anything is waited for: the key works while the rest still loads.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]")
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    const box = document.querySelector(":is([data-part=explorer], [data-part=keys]):not([hidden]) input[name=q]")
    ;(box ?? document.querySelector("[data-part=find]"))?.focus()
  }
})

// A word that the guide explains opens its meaning in place; the script comes when one is asked for.
document.addEventListener("click", async (event) => {
  const term = event.target.closest("a.p-term")
  if (!term || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  const tell = await import("./terms.js").then((module) => module.tell, () => null)
  tell ? tell(term) : location.assign(term.href)
})

if (document.querySelector("[data-part=letter]")) {
  const { writeLetter } = await import("./letter.js")
  writeLetter(document.querySelector("[data-part=letter]"))
}

if (document.querySelector("[data-part=ledger]")) {
  const { filterLedger } = await import("./ledger.js")
  filterLedger(document.querySelector("[data-part=ledger]"), new Date())
}

if (document.querySelector("[data-part=keys]")) {
  const { filterKeys } = await import("./keys.js")
  filterKeys(document.querySelector("[data-part=keys]"), document)
}

if (document.querySelector("[data-part=compare]")) {
  const { compare } = await import("./compare.js")
  compare(document.querySelector("[data-part=compare]"))
}

if (document.querySelector("[data-part=verify]")) {
  const { verify } = await import("./verify.js")
  verify(document.querySelector("[data-part=verify]"))
}

if (document.querySelector("[data-part=follow-form]")) {
  const { followForm } = await import("./follow-form.js")
  followForm(document.querySelector("[data-part=follow-form]"))
}

if (document.querySelector("[data-part=submit]")) {
  const { submit } = await import("./submit.js")
  submit(document.querySelector("[data-part=submit]"))
}
