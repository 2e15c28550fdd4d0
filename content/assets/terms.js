// Opens what a word means beside it, as the guide says it, with the way to the whole entry.
// Without it the word is a link to the guide.

import { make } from "./make.js"

const pages = new Map()

export const tell = async (link) => {
  const [address, place] = link.href.split("#")
  try {
    show(link, await meaningOf(address, place))
  } catch {
    location.assign(link.href)
  }
}

const meaningOf = async (address, place) => {
  if (!pages.has(address)) pages.set(address, read(address))
  const page = await pages.get(address)
  return page.getElementById(place).nextElementSibling.textContent.trim()
}

const read = async (address) => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(address)
  return new DOMParser().parseFromString(await response.text(), "text/html")
}

// Escape, a click elsewhere or the button close it; then the word has the focus again.
const show = (link, meaning) => {
  const whole = make("a", "", "到指南里看")
  whole.href = link.href
  const close = make("button", "p-button", "关上")
  close.type = "button"
  const box = make("div", "p-meaning md-typeset", make("p", "", make("strong", "", link.textContent), `：${meaning}`), make("div", "p-meaning__acts", whole, close))
  Object.assign(box, { popover: "auto", tabIndex: -1, autofocus: true })
  box.setAttribute("role", "dialog")
  box.setAttribute("aria-label", `${link.textContent}是什么意思`)
  close.addEventListener("click", () => box.hidePopover())
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove())
  document.body.append(box)
  box.showPopover({ source: link })
}
