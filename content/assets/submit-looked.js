// What a whole notice may be said not to state: each ticked by whoever looked for it.
// Without it nothing is said to be lacking, and nothing follows.

import { make } from "./make.js"
import { drawUnread, unread } from "./submit-unread.js"

export const renewLooked = (it) => {
  const { draft } = it
  const { document } = it.said, method = document.method?.value ?? document.method
  const isWhole = document.source?.extent === "full"
  const items = isWhole ? it.given.looked.filter(([, methods]) => !methods.length || methods.includes(method)).map(([item]) => item) : []
  const left = unread(it), wanted = items.length ? [draft.kind, left, ...items].join("\n") : ""
  // A draft that was kept has its list, too.
  if (draft.unread?.length && !it.part("pasted-left").childElementCount) drawUnread(it)
  it.part("looked").hidden = !items.length
  if (it.part("looked").dataset.items === wanted) return
  it.part("looked").dataset.items = wanted
  draft.absent = left ? [] : (draft.absent ?? []).filter((one) => one === "all" || items.includes(one))
  it.part("unread").textContent = left ? `贴的公告里还有 ${left} 处没有用上：填好的、不用填的，在“没有用上的”里打上勾，才能说公告没有写什么。` : ""
  it.part("items").replaceChildren(...[["all", "规定要写的都逐项找过：这里没有填的，公告就是没有写"], ...items.map((one) => [one, one])].map(([item, label]) => {
    const box = make("input", "")
    box.type = "checkbox"
    box.checked = draft.absent.includes(item)
    box.disabled = left > 0
    box.addEventListener("change", () => {
      draft.absent = box.checked ? [...draft.absent, item] : draft.absent.filter((one) => one !== item)
      it.renew()
    })
    return make("label", "p-ask__tick", box, ` ${label}`)
  }))
}
