// Opens the folded notice that an address names, and all of them at once.
// Without it a reader opens each notice by hand; browsers open what is searched.

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
