// Carries the choice to show what is invented into the lists that links lead to, and into the search of every page.
// Without it each list offers what is invented anew; nothing is ever hidden or shown by another page.

const KEY = "gongshi:demo"
const LISTS = /(?:^|\/)(?:projects|notices|purchasers|suppliers)\/(?:\?.*)?$/u
const INVENTED = "[data-fictional], :is(.p-badges, .p-lead) > .p-badge--demo"

export const readyDemo = (root, search) => {
  const box = root.querySelector("[data-part=demo]")
  if (!box) return carry(root, Boolean(root.querySelector(INVENTED)) || remembered() || new URLSearchParams(search).get("demo") === "1")
  box.checked ||= remembered()
  box.addEventListener("change", () => chosen(root, box.checked))
  // Whoever does not see the page hears what came or went.
  const said = root.querySelector("[data-part=demo-said]") ?? listener(box)
  const rows = root.querySelectorAll(".p-demo .p-rows > li").length
  const came = rows ? `显示了演示：多了 ${rows} 条演示的公示和征集，` : "也数了演示："
  box.addEventListener("change", () => {
    said.textContent = box.checked ? `${came}各处数目的后面写明另有演示几条` : "演示已隐藏"
  })
  carry(root, box.checked)
}

// Beside the switch of a page whose template has no place for it.
const listener = (box) => {
  const said = Object.assign(document.createElement("span"), { className: "p-hidden", role: "status" })
  said.dataset.part = "demo-said"
  box.closest("label").after(said)
  return said
}

// What was chosen holds until the window is closed.
export const chosen = (root, on) => {
  try {
    on ? sessionStorage.setItem(KEY, "1") : sessionStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
  carry(root, on)
}

const remembered = () => {
  try {
    return sessionStorage.getItem(KEY) === "1"
  } catch {
    return false
  }
}

const carry = (root, on) => {
  for (const link of root.querySelectorAll("a[href]")) {
    const own = link.dataset.own ?? link.getAttribute("href")
    if (!LISTS.test(own) || /^\w+:/u.test(own)) continue
    link.dataset.own = own
    link.setAttribute("href", on ? withDemo(own) : own)
  }
  for (const form of root.querySelectorAll("form.p-header__search")) {
    form.querySelector("[name=demo]")?.remove()
    if (on) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "demo", value: "1" }))
  }
}

const withDemo = (href) => {
  const [path, asked] = href.split("?")
  const given = new URLSearchParams(asked)
  given.set("demo", "1")
  return `${path}?${given}`
}
