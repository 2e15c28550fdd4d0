// Offers the parties that the site knows, for whoever is named in a record.
// Without it the name is written as it is printed, which is always right.

import { make } from "./make.js"
import { offer, openParties } from "./parties.js"
import { openReader } from "./reader.js"
import { nodeOf } from "./submit-nodes.js"

let opened = null

// A search in the list of parties; what is chosen takes the place of the printed name.
export const findParty = (it, node, label, draw, box) => {
  const input = make("input", ""), said = make("p", "p-note"), list = make("ul", "p-chips")
  input.type = "search"
  input.autocomplete = "off"
  input.setAttribute("aria-label", `${label}：在本站的名单里找`)
  said.setAttribute("role", "status")
  const choose = (id) => {
    node.of.party = { ...nodeOf(), v: id }
    delete node.of.printed
    draw()
    it.renew()
  }
  input.addEventListener("input", async () => {
    try {
      opened ??= openParties(openReader(new URL("search/", it.root)))
      offer(await opened, input.value, list, said, choose)
    } catch {
      opened = null
      said.textContent = "名单没有加载成功；照公告写名称就可以。"
    }
  })
  box.replaceChildren(input, said, list)
  input.focus()
}
