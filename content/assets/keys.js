// Leaves of a list of keys only those whose label, key or help says a word. All of it stands in the page already.
// Without it the whole list stays.

// Width, case and compatibility forms count for nothing.
const plain = (text) => text.normalize("NFKC").toLowerCase()

export const filterKeys = (form, root) => {
  const rows = [...root.querySelectorAll("[data-key]")].map((row) => ({ row, said: plain(saidOf(row)), words: plain(wordsOf(row)) }))
  const parts = [...root.querySelectorAll("[data-part=key-group]")]
  const box = form.elements.q, told = form.querySelector("[role=status]"), none = root.querySelector("[data-part=no-key]")
  const renew = () => {
    const terms = plain(box.value).split(/\s+/u).filter(Boolean)
    let shown = 0
    for (const { row, said, words } of rows) {
      const fits = terms.every((term) => said.includes(term) || words.includes(term))
      row.hidden = !fits
      shown += fits
      const fold = row.querySelector("details")
      if (fold) fold.open = fits && terms.length > 0 && !terms.every((term) => said.includes(term))
    }
    for (const part of parts) part.hidden = terms.length > 0 && !part.querySelector("[data-key]:not([hidden])")
    none.hidden = shown > 0
    told.textContent = terms.length ? `显示 ${shown} 个，一共 ${rows.length} 个` : `一共 ${rows.length} 个`
  }
  // An address that names a key shows it, whatever is typed.
  const reveal = () => {
    const target = document.querySelector(":target")
    if (!target?.closest("[hidden]")) return
    box.value = ""
    renew()
    target.scrollIntoView()
  }
  form.addEventListener("input", renew)
  form.addEventListener("submit", (event) => event.preventDefault())
  addEventListener("hashchange", reveal)
  form.hidden = false
  renew()
}

// What a row says of its key: not the example, nor who wants it.
const saidOf = (row) => `${row.dataset.key} ${[...row.querySelectorAll("[data-says]")].map((one) => one.textContent).join(" ")}`

const wordsOf = (row) => [...row.querySelectorAll("details li")].map((one) => one.textContent).join(" ")
