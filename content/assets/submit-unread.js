// What was pasted and filled no field: each is ticked by whoever has seen to it. Until all are, nobody can say what the notice lacks.
// Without it a notice would be said to lack what stands in it and was only not understood here.

import { make } from "./make.js"

export const unread = (it) => (it.draft?.unread ?? []).filter((one) => !one.seen).length

// What an earlier paste left is not forgotten; the same words are told once.
export const addUnread = (it, rows) => {
  const held = it.draft.unread ?? [], known = new Set(held.map((one) => one.words))
  it.draft.unread = [...held, ...rows.filter((one) => !known.has(one.words)).map(({ words, why }) => ({ words, why, seen: false }))]
  drawUnread(it)
}

export const drawUnread = (it) => {
  const rows = it.draft?.unread ?? [], isOpen = it.part("pasted-left").querySelector("details")?.open
  if (!rows.length) return it.part("pasted-left").replaceChildren()
  const fold = make("details", "p-fold", make("summary", "", `没有用上的 ${rows.length} 处，还有 ${unread(it)} 处没有打勾`),
    make("p", "p-note", "填到了栏目里的，或者记录不用写的，打上勾；都打了勾，才能说公告没有写什么。"),
    make("ul", "p-submit__found", ...rows.map((one) => make("li", "", tick(it, [one], one.seen, `${one.words}${one.why ? `（${one.why}）` : ""}`)))),
    make("p", "", tick(it, rows, !unread(it), "上面每一处都看过：填好了，或者不用填")))
  fold.open = Boolean(isOpen)
  it.part("pasted-left").replaceChildren(fold)
}

const tick = (it, rows, isTicked, words) => {
  const box = make("input", "")
  box.type = "checkbox"
  box.checked = isTicked
  box.addEventListener("change", () => {
    for (const one of rows) one.seen = box.checked
    const boxes = [...it.part("pasted-left").querySelectorAll("input")], at = boxes.indexOf(box)
    drawUnread(it)
    it.part("pasted-left").querySelectorAll("input")[at]?.focus()
    it.renew()
  })
  return make("label", "p-ask__tick", box, ` ${words}`)
}
