// Opens the folded notice that an address names, and prints the page without them or with all.
// Without it a reader opens each notice by hand; browsers open what is searched.

const ALL = "p-print-all"

export const unfold = (root) => {
  const sheets = [...root.querySelectorAll("details.p-sheet")]
  const reveal = () => {
    const target = document.querySelector(":target")
    const sheet = target?.closest("details.p-sheet")
    if (sheet && !sheet.open) {
      sheet.open = true
      target.scrollIntoView()
    }
  }
  addEventListener("hashchange", reveal)
  reveal()
  readyPrint(root, sheets)
  const button = root.querySelector("[data-part=unfold]")
  if (!button || sheets.length < 2) return
  const say = () => { button.textContent = sheets.every((sheet) => sheet.open) ? "全部收起" : "全部展开" }
  button.hidden = false
  button.addEventListener("click", () => {
    const open = !sheets.every((sheet) => sheet.open)
    for (const sheet of sheets) sheet.open = open
    say()
  })
  say()
}

// The page says on which day it was printed; whole notices only where they are asked for.
const readyPrint = (root, sheets) => {
  const day = root.querySelector("[data-part=printed]")
  addEventListener("beforeprint", () => {
    if (day) day.textContent = `打印于 ${new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })} · `
    if (document.body.classList.contains(ALL)) for (const sheet of sheets) sheet.open = true
  })
  addEventListener("afterprint", () => document.body.classList.remove(ALL))
  const button = root.querySelector("[data-part=print-all]")
  if (!button) return
  button.hidden = false
  button.addEventListener("click", () => {
    document.body.classList.add(ALL)
    print()
  })
}
