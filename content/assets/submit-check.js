// Checks a draft as it grows and hands it over: copied, opened in the repository, taken away as a file.
// Without it nothing can leave the page, which says where to send the notice.

import { copied } from "./cite.js"
import { make } from "./make.js"
import { assess, isReady } from "./submit-assess.js"
import { renewLooked } from "./submit-looked.js"
import { linksOf } from "./submit-place.js"
import { openSpelt } from "./submit-spelt.js"
import { tell } from "./submit-tell.js"

// What looks at the draft; the buttons are listened to once.
export const ready = (it) => {
  it.renewed ??= listen(it)
  return it.renewed
}

const listen = (it) => {
  it.part("copy").addEventListener("click", async () => {
    it.part("done").textContent = `${await copied(it.part("yaml"), it.said.text)}。`
  })
  it.part("save").addEventListener("click", () => save(it.said))
  return async () => {
    renew(it)
    if (it.last || !Object.keys(it.said.document).some((key) => key !== "kind")) return
    await lookLast(it)
    renew(it)
  }
}

const renew = (it) => {
  it.spelt ??= openSpelt(it.given.table)
  it.today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
  it.said = assess(it, it.draft)
  tell(it, it.draft, it.said)
  handOver(it, it.said)
  renewLooked(it)
}

// A form in which nothing stands has no sums and no persons.
const lookLast = async (it) => {
  const [last, signs] = await Promise.all([import("./submit-last.js"), it.get("signs.json")])
  it.signs = last.openSigns(signs)
  it.last = last
}

const handOver = (it, said) => {
  const ready = isReady(said), { path } = said.place
  const { open, filled } = ready ? linksOf(it.host, path, said.text) : {}
  it.part("path").textContent = path ?? "还不知道"
  for (const name of ["copy", "save"]) it.part(name).disabled = !ready
  leads(it, "open", "shut", open, true)
  leads(it, "filled", "short", filled, false)
  it.part("done").textContent = ""
}

// A link that leads somewhere is shown; what stands beside it is shown instead of it, or with it.
const leads = (it, name, beside, href, isInstead) => {
  const link = it.part(name)
  // A site without a repository has no such links.
  if (!link) return
  link.hidden = !href
  if (href) link.href = href
  else link.removeAttribute("href")
  it.part(beside).hidden = Boolean(href) === isInstead
}

const save = ({ text, place }) => {
  const link = make("a", "")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }))
  link.download = place.path.split("/").at(-1)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
