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
  renew()
}
