// At the foot of every printed sheet: where it comes from, when it was printed, the hash of its records;
// over a printed list: what was asked. Whole notices only where they are asked for.
// Without it a record says its address and hash once, at its end, and a list prints without a heading.

const ALL = "p-print-all"
// Only a browser that knows the margins of a sheet writes there; for others the end of a record says it.
const knowsMargins = "CSSMarginRule" in window
// What four sheets hold, in characters; a longer page leaves its notices out unless they are asked for.
const FOUR_SHEETS = 2800

export const readyPaper = (root) => {
  addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
    const own = root.querySelector("[data-part=printed]")
    if (own) own.textContent = `打印于 ${day} · `
    const record = root.querySelector(".p-project:has(#notices)")
    if (record && record.textContent.replace(/\s/gu, "").length > FOUR_SHEETS) record.dataset.long = ""
    root.body.classList.toggle("p-margins", knowsMargins)
    root.documentElement.style.setProperty("--p-foot", quoted(footOf(root, day)))
    for (const heading of root.querySelectorAll("[data-part=asked]")) heading.textContent = askedOf(heading.closest(".p-explorer, .p-finder"))
    if (root.body.classList.contains(ALL)) for (const sheet of root.querySelectorAll("details.p-sheet")) sheet.open = true
  })
  addEventListener("afterprint", () => root.body.classList.remove(ALL))
  const button = root.querySelector("[data-part=print-all]")
  if (!button) return
  button.hidden = false
  button.addEventListener("click", () => {
    root.body.classList.add(ALL)
    print()
  })
}

// A letter is its sender's and not ours.
const footOf = (root, day) => {
  if (root.body.classList.contains("p-letter-page")) return ""
  const address = root.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname
  const seal = root.querySelector("[data-seal]")?.textContent
  // What is invented says so on each sheet: sheets come apart.
  const invented = root.querySelector("[data-fictional], :is(.p-badges, .p-lead) .p-badge--demo") ? "演示：虚构示例 · " : ""
  const printed = `打印于 ${day}（北京时间）`
  return [
    `${invented}${root.querySelector(".p-footer p").textContent}`,
    `${root.querySelector(".p-header__brand span").textContent} ${address}${readable(location.search)}`,
    seal ? `${printed} · ${root.querySelector("[data-part=covers]").textContent} SHA-256：${seal}` : printed,
  ].join("\n")
}

// 养老 as it was typed, not in percent code; what cannot be read, and blanks, stay as they are.
const readable = (search) => {
  try {
    return decodeURI(search).replace(/\s/gu, encodeURIComponent)
  } catch {
    return search
  }
}

// A text as a style sheet writes it.
const quoted = (text) => `"${text.replace(/["\\]/gu, "\\$&").replaceAll("\n", "\\a ")}"`

// What the form around a list asks, in words; a condition that can be taken back is a chip.
const askedOf = (form) => {
  const words = form.querySelector("input[name=q]")?.value.trim()
  const chips = [...form.querySelectorAll("[data-key^='chip:']")].filter(({ dataset }) => !["chip:all", "chip:fictional", "chip:sample"].includes(dataset.key))
  const picked = [...form.querySelectorAll("select:not([name=sort])")].filter(({ value }) => value)
  const conditions = [...chips.map((chip) => chip.textContent.replace(" ✕", "")), ...picked.map((one) => `${labelOf(one)}：${shownOf(one)}`)]
  const sort = form.querySelector("select[name=sort]")
  const said = [words && `查找“${words}”`, conditions.length && `条件：${conditions.join("、")}`].filter(Boolean)
  return [...(said.length ? said : ["没有条件，全部列出"]), ...(sort ? [shownOf(sort)] : [])].join("；")
}

const labelOf = (select) => select.closest("label").firstChild.textContent.trim()

const shownOf = (select) => select.selectedOptions[0]?.textContent ?? ""
