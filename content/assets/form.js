// The form of the explorer: filled from the address, listened to, dressed for the screen.
// Without it the plain list stays, page by page.

import { UNKNOWN } from "./state.js"

const TYPING = 120, MOST = 300
const YEAR = /^(?:19|20)\d\d$/u
const FILLED = ["q", "from", "to", "least", "most"]

// An address may ask for what is no value at all: that is said, and not asked for.
export const dropUnknown = ({ state, store }) => {
  const said = new Set()
  for (const [name, values] of Object.entries(state.chosen)) {
    for (const value of values) {
      if (store.knows(name, value)) continue
      values.delete(value)
      said.add(name === "year" && YEAR.test(value) ? `${value} 年没有收录，这个条件没有用上。` : UNKNOWN)
    }
  }
  return [...said].join("")
}

export const dress = (it) => {
  const wide = matchMedia("(width >= 60rem)").matches
  for (const name of ["more", "sums"]) it.root.querySelector(`[data-${name}]`).open = wide
  it.root.querySelector("[name=sort]").append(...Object.entries(it.list.sorts).map(([name, [label]]) => new Option(label, name)))
  fill(it)
}

export const fill = ({ root, state }) => {
  const { elements } = root.querySelector("form")
  for (const name of [...FILLED, "sort"]) if (elements[name]) elements[name].value = state[name]
  if (state.cross) root.querySelector("[data-cross]").open = true
}

// To what was found, for eyes and for whoever is read to.
export const see = (count) => {
  count.focus({ preventScroll: true })
  count.scrollIntoView({ block: "start" })
}

export const listen = (it, { change, renew }) => {
  const { root } = it
  const form = root.querySelector("form")
  let typing = 0
  form.addEventListener("submit", (event) => event.preventDefault())
  root.querySelector("[data-see]").addEventListener("click", () => {
    root.querySelector("[data-more]").open = false
    see(root.querySelector("[data-count]"))
  })
  root.addEventListener("sift", renew)
  // Two facets against each other are loaded when they are asked for.
  const asked = root.querySelector("[data-cross]"), place = root.querySelector("[data-crosstab]")
  asked.addEventListener("toggle", async () => {
    if (!asked.open) return
    const { cross } = await import("./crosstab.js").catch(() => ({}))
    if (!cross) place.replaceChildren("交叉表没有加载成功，请收起再打开。")
    else if (it.cross) it.cross()
    else it.cross = cross(it, place, (wanted) => change({ cross: wanted }))
  })
  root.addEventListener("input", ({ target }) => {
    if (!FILLED.includes(target.name)) return
    clearTimeout(typing)
    typing = setTimeout(() => {
      // A sum below nothing is no condition: the browser says so beside its box.
      const value = target.reportValidity() ? target.value : ""
      change({ [target.name]: [...value].slice(0, MOST).join("") }, true)
    }, TYPING)
  })
  form.elements.sort.addEventListener("change", () => change({ sort: form.elements.sort.value }))
}
