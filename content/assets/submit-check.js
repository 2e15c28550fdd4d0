// Checks a draft as it grows and hands it over: copied, opened in the repository, taken away as a file.
// Without it nothing can leave the page, which says where to send the notice.

import { copied } from "./cite.js"
import { make } from "./make.js"
import { assess, isReady } from "./submit-assess.js"
import { renewLooked } from "./submit-looked.js"
import { linksOf } from "./submit-place.js"
import { openSigns } from "./submit-signs.js"
import { openSpelt } from "./submit-spelt.js"
import { tell } from "./submit-tell.js"

// What looks at the draft; the buttons are listened to once.
export const ready = (it, signs) => {
  it.renewed ??= listen(it, signs)
  return it.renewed
}

const listen = (it, signs) => {
  it.signs = openSigns(signs)
  it.part("copy").addEventListener("click", async () => {
    it.part("done").textContent = `${await copied(it.part("yaml"), it.said.text)}。`
  })
  it.part("save").addEventListener("click", () => save(it.said))
  return () => {
    it.spelt ??= openSpelt(it.given.table)
    it.said = assess(it, it.draft)
    tell(it, it.draft, it.said)
    handOver(it, it.said)
    renewLooked(it)
  }
}

const handOver = (it, said) => {
  const ready = isReady(said), { path } = said.place
  const { open, filled } = ready ? linksOf({ kind: it.host.kind, repository: it.host.repository, branch: it.host.branch }, path, said.text) : {}
  it.part("path").textContent = path ?? "还不知道"
  for (const name of ["copy", "save"]) it.part(name).disabled = !ready
  for (const [name, href] of [["open", open], ["filled", filled]]) {
    it.part(name).hidden = !href
    if (href) it.part(name).href = href
    else it.part(name).removeAttribute("href")
  }
  it.part("done").textContent = ""
}

const save = ({ text, place }) => {
  const link = make("a", "")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }))
  link.download = place.path.split("/").at(-1)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
