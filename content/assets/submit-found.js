// Says beside a field where its value was read, and asks what was not sure there.
// Without it the fields stand as they are typed.

import { button, make } from "./make.js"
import { isAsked } from "./submit-nodes.js"

export const foundOf = (it, node, label) => {
  if (!node.found) return []
  const { where, question } = node.found
  const told = where ? [make("p", "p-note p-ask__from", `读自${where}`)] : []
  return question && isAsked(node) ? [...told, asked(it, node, label)] : told
}

const asked = (it, node, label) => {
  const { question, choices } = node.found
  const box = make("div", "p-ask__asked", make("p", "", question))
  const answer = (act) => async () => {
    it.renew()
    await act()
    node.found.isAnswered = true
    it.redraw(node.id)
  }
  const options = choices.map((one, i) => button(one.label, `choice:${node.id}:${i}`, answer(async () => (await import("./submit-fill.js")).choose(it.table, it.draft, one)), `${label}：${one.label}`))
  box.append(...options, button("核对过了，就是这样", `sure:${node.id}`, answer(() => {}), `${label}：核对过了，就是这样`))
  return box
}
