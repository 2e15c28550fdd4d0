// Fills a letter in the page and prints it; nothing is sent or kept. A link only names a record:
// addressee and days are read from the record's own page. Without it the samples on the page remain.

import { copied } from "./cite.js"
import { DESK, KINDS, linesOf } from "./letters.js"
import { recordOf } from "./record.js"

export const writeLetter = async (form) => {
  const paper = document.querySelector("[data-part=letter-paper]")
  const { elements } = form
  const asked = new URLSearchParams(location.hash.slice(1))
  const first = Object.hasOwn(KINDS, asked.get("kind")) ? asked.get("kind") : "objection"
  elements.kind.value = first
  let record = null
  const given = () => ({ ...Object.fromEntries(new FormData(form)), invented: record?.invented && !KINDS[elements.kind.value].desk })
  const renew = () => paper.replaceChildren(...linesOf(given()).map(paragraph))
  const tell = () => {
    const kind = KINDS[elements.kind.value]
    const until = elements.kind.value === first ? untilOf(record) : ""
    form.querySelector("[data-part=letter-until]").textContent = `${kind.who}。${kind.desk ? "" : until}`
    form.querySelector("[data-part=letter-desk]").hidden = !kind.desk
    for (const row of form.querySelectorAll("[data-for]")) row.hidden = (row.dataset.for === "desk") !== Boolean(kind.desk)
  }
  const address = (before) => {
    const kind = KINDS[elements.kind.value]
    if (kind.desk) elements.to.value = DESK
    else if (before) elements.to.value = ""
  }
  elements.kind.addEventListener("change", () => {
    // Whom one letter goes to says nothing of another.
    address(elements.kind.value !== first && [record?.to, DESK].includes(elements.to.value))
    tell()
  })
  form.addEventListener("input", renew)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    window.print()
  })
  form.querySelector("[data-part=letter-copy]").addEventListener("click", async () => {
    form.querySelector("[data-part=letter-copied]").textContent = await copied(paper, paper.innerText)
  })
  address(false)
  tell()
  renew()
  document.body.classList.add("p-letter-page")
  form.hidden = paper.hidden = false
  document.querySelector("[data-part=letter-unled]").hidden = true
  // Another link to this page, as the one at its foot, asks for another letter.
  addEventListener("hashchange", () => location.reload())
  if ([...asked.keys()].every((name) => name === "kind")) return
  record = await recordOf(asked, new URL("../../", location))
  const filled = elements.kind.value === first ? ["title", "number", "to"] : ["title", "number"]
  for (const name of filled) elements[name].value ||= record?.[name] ?? ""
  elements.page.value ||= record?.address ?? ""
  form.querySelector("[data-part=letter-record]").replaceChildren(...origin(record, KINDS[first].desk))
  tell()
  renew()
}

const untilOf = (record) => {
  if (!record?.ends) return ""
  return record.told ? `最后一天：${record.told}。` : `公告的期限：请在 ${chinese(record.ends)} 或之前送到。`
}

const origin = (record, desk) => {
  if (!record) return ["链接里没有写明本站的哪一份记录，或者那份记录读不到；写给谁、哪一个项目、什么期限，请照公告填写。"]
  const link = Object.assign(document.createElement("a"), { href: record.address, textContent: record.title })
  if (desk) return ["说的是本站的这一页：", link, "。"]
  if (record.ends) return ["项目、编号、收信人和期限取自本站的记录 ", link, "，请与公告核对。"]
  if (record.to) return ["项目、编号和收信人取自本站的记录 ", link, "，请与公告核对。"]
  return ["项目和编号取自本站的记录 ", link, "；记录里没有链接所说的期限，写给谁、什么期限，请照公告填写。"]
}

const chinese = (day) => {
  const [year, month, date] = day.split("-").map(Number)
  return `${year}年${month}月${date}日`
}

const paragraph = ([name, text]) => Object.assign(document.createElement("p"), { className: name, textContent: text })
