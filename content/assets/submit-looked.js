// What a whole notice may be said not to state: each ticked by whoever looked for it.
// Without it nothing is said to be lacking, and nothing follows.

import { make } from "./make.js"

export const renewLooked = (it) => {
  const { draft } = it
  const { document } = it.said, method = document.method?.value ?? document.method
  const isWhole = document.source?.extent === "full"
  const items = isWhole ? it.given.looked.filter(([, methods]) => !methods.length || methods.includes(method)).map(([item]) => item) : []
  const wanted = items.length ? [draft.kind, ...items].join("\n") : ""
  it.part("looked").hidden = !items.length
  if (it.part("looked").dataset.items === wanted) return
  it.part("looked").dataset.items = wanted
  draft.absent = (draft.absent ?? []).filter((one) => one === "all" || items.includes(one))
  it.part("items").replaceChildren(...[["all", "规定要写的都逐项找过：这里没有填的，公告就是没有写"], ...items.map((one) => [one, one])].map(([item, label]) => {
    const box = make("input", "")
    box.type = "checkbox"
    box.checked = draft.absent.includes(item)
    box.addEventListener("change", () => {
      draft.absent = box.checked ? [...draft.absent, item] : draft.absent.filter((one) => one !== item)
      it.renew()
    })
    return make("label", "p-ask__tick", box, ` ${label}`)
  }))
}
