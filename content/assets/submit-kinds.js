// A kind by what a notice is headed with: what the heading ends in says what it is.
// Without it the kind is chosen from the list.

import { button, make } from "./make.js"

const MOST = 8

export const offerKinds = (it, kind, typed, names) => {
  const text = typed.replace(/[\s《》]/gu, "")
  const fits = ([name]) => text && (name.includes(text) || text.endsWith(name))
  const found = [...new Set(names.filter(fits).sort(([a], [b]) => text.endsWith(b) - text.endsWith(a) || b.length - a.length).map(([, key]) => key))]
  it.part("kind-said").textContent = text && !found.length ? "没有这样的名称；请在下面选一种。" : ""
  it.part("kinds").replaceChildren(...found.slice(0, MOST).map((key) => {
    const { label } = [...kind.options].find(({ value }) => value === key)
    return make("li", "", button(label, `kind:${key}`, () => {
      kind.value = key
      kind.dispatchEvent(new Event("change"))
      kind.focus()
    }))
  }))
}
