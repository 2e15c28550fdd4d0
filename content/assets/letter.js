// Fills a letter in the page and prints it; nothing is sent or kept. A link only names a record:
// addressee and days are read from the record's own page. Without it the samples on the page remain.

import { copied } from "./cite.js"
import { DESK, KINDS } from "./letters.js"
import { linesOf } from "./lines.js"
import { letterOf, recordOf } from "./record.js"

export const writeLetter = (form) => {
  const paper = document.querySelector("[data-part=letter-paper]")
  const { elements } = form
  let record = null, asksRecord = false, here = "", turn = 0
  // What was filled in for one kind says nothing of another; what was typed stays.
  const filled = {}
  const kindOf = () => KINDS[elements.kind.value]
  const said = () => (kindOf().desk ? { to: DESK } : letterOf(record, elements.kind.value, elements.about.value))
  const isRecorded = () => elements.to.value === (said().to ?? "")
  const given = () => ({ ...Object.fromEntries(new FormData(form)), invented: record?.invented && !kindOf().desk })
  const renew = () => paper.replaceChildren(...linesOf(given()).map(paragraph))
  const fill = (name, value) => {
    if (elements[name].value && elements[name].value !== filled[name]) return
    elements[name].value = filled[name] = value ?? ""
  }
  const address = () => {
    for (const name of ["to", "stood", "source"]) fill(name, said()[name])
    fill("where", isRecorded() ? said().where : "")
  }
  const tell = () => {
    const { value } = elements.kind
    const kind = kindOf()
    form.querySelector("[data-part=letter-until]").textContent = `${kind.who}。${kind.desk ? "" : untilOf(said(), kind, elements.about.value, record)}`
    form.querySelector("[data-part=letter-desk]").hidden = !kind.desk
    form.querySelector("[data-part=letter-record]").replaceChildren(...(asksRecord ? origin(record, said(), kind.desk, isRecorded()) : []))
    const { how } = said()
    form.querySelector("[data-part=letter-how]").textContent = how ? `公告写的提法：${how}。` : ""
    const shown = [value, kind.desk ? "desk" : "office", kind.formal ? "formal" : "plain"]
    for (const row of form.querySelectorAll("[data-for]")) row.hidden = !row.dataset.for.split(" ").some((one) => shown.includes(one))
  }
  const show = () => {
    address()
    tell()
    renew()
  }
  // A letter is named by what stands behind the mark; the record that it names may come late, or after the next one.
  const open = async () => {
    const asked = new URLSearchParams((here = location.hash).slice(1))
    const mine = ++turn
    elements.kind.value = Object.hasOwn(KINDS, asked.get("kind")) ? asked.get("kind") : "objection"
    // The address of the front page is empty, and named all the same.
    const names = asked.has("at") || [...asked.keys()].some((name) => name !== "kind" && asked.get(name))
    take(null, false)
    if (!names) return
    const found = await recordOf(asked, new URL("../../", location))
    if (mine === turn) take(found, true)
  }
  const take = (found, asks) => {
    record = found
    asksRecord = asks
    fill("title", record?.title)
    fill("number", record?.number)
    fill("page", record?.address)
    fill("about", record?.letters.challenge?.about)
    show()
  }
  for (const name of ["kind", "about"]) elements[name].addEventListener("change", show)
  // The address of one addressee is not that of another, who is typed in its place.
  elements.to.addEventListener("input", () => {
    fill("where", isRecorded() ? said().where : "")
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
  // Another link to this page, as the one at its foot, asks for another letter; a place in the page is none.
  addEventListener("hashchange", () => {
    if (!location.hash.includes("=")) return history.replaceState(null, "", here || location.pathname + location.search)
    const typed = [...elements].some(({ name, value }) => name in filled ? value !== filled[name] : TYPED.has(name) && value)
    open()
    form.querySelector("[data-part=letter-kept]").textContent = typed ? `换成了${kindOf().name}，你填的字还在表里；按浏览器的“后退”，回到原来的那一种。` : ""
    elements.kind.focus()
  })
  document.body.classList.add("p-letter-page")
  form.hidden = paper.hidden = false
  document.querySelector("[data-part=letter-unled]").hidden = true
  return open()
}

// What a record never fills in.
const TYPED = new Set(["lot", "against", "replied", "what", "ours", "theirs", "relation", "facts", "law", "ask", "who", "address", "postcode", "contact", "phone"])

const untilOf = ({ ends, told }, { runs }, about, record) => {
  if (ends) return told ? `最后一天：${told}。` : `公告的期限：请在 ${chinese(ends)} 或之前送到。`
  if (!runs) return ""
  if (!about) return "对什么质疑，起算的日子就不同，请在下面选。"
  const rule = `${runs[about]}（《政府采购法实施条例》第五十三条）`
  return record ? `${rule}；照本站现有的记录，还说不出最后一天。` : `${rule}。`
}

const origin = (record, { to, ends }, desk, isRecorded) => {
  if (!record) return ["链接里没有写明本站的哪一份记录，或者那份记录读不到；写给谁、哪一个项目、什么期限，请照公告填写。"]
  const link = Object.assign(document.createElement("a"), { href: record.address, textContent: record.title })
  if (desk) return ["说的是本站的这一页：", link, "。"]
  if (!to && !ends) return ["项目和编号取自本站的记录 ", link, "；记录里没有这一种信的收信人和期限，写给谁、什么期限，请照公告填写。"]
  const taken = ["项目", "编号", to && isRecorded && "收信人", ends && "期限"].filter(Boolean)
  return [`${taken.slice(0, -1).join("、")}和${taken.at(-1)}取自本站的记录 `, link, "，请与公告核对。"]
}

const chinese = (day) => {
  const [year, month, date] = day.split("-").map(Number)
  return `${year}年${month}月${date}日`
}

const paragraph = ([name, text]) => Object.assign(document.createElement("p"), { className: name, textContent: text })
