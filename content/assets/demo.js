// Carries the choice of the front page into the lists its links lead to; its form carries it by itself.
// Without it the lists offer what is invented.

export const carry = (box, root) => {
  const renew = () => {
    for (const link of root.querySelectorAll('a[href*="projects/?"]')) {
      const [path, asked] = link.getAttribute("href").split("?")
      const given = new URLSearchParams(asked)
      if (box.checked) given.set("demo", box.value)
      else given.delete("demo")
      link.setAttribute("href", `${path}?${given}`)
    }
  }
  box.addEventListener("change", renew)
  // Whoever does not see the page hears what came or went.
  const said = root.querySelector("[data-part=demo-said]")
  const rows = root.querySelectorAll(".p-demo .p-row").length
  box.addEventListener("change", () => {
    said.textContent = box.checked ? `显示了演示：多了 ${rows} 条演示的公示和征集，各处数目的后面写明另有演示几条` : "演示已隐藏"
  })
  renew()
}
