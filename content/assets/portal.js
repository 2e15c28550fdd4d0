// Loads what a page needs. Without it every page is whole; dates stand as of the build.

import { unfold } from "./sheets.js"
import { renewWindows } from "./windows.js"

renewWindows(document, new Date())
unfold(document)

if (document.querySelector("[data-part=explorer]")) {
  const { explore } = await import("./explorer.js")
  explore(document.querySelector("[data-part=explorer]"))
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]")
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    const box = document.querySelector("[data-part=explorer]:not([hidden]) input[name=q], [data-part=find]")
    box.focus()
  }
})
