// Shows what is said of a draft: beside its field, in one list with links to the fields, and as the file itself.
// Without it nothing is said before the check itself runs.

import { button, make } from "./make.js"
import { isReady } from "./submit-assess.js"

const DONE = "已对照"

export const tell = (it, draft, said) => {
  const { stops, asks, doubts, personal, sums, ids } = said
  const rows = [
    ...personal.map((one) => ({ ...one, sort: "个人信息" })),
    ...stops.map((one) => ({ ...one, sort: "要改" })),
    ...asks.map((one) => ({ ...one, sort: "要答" })),
    ...doubts.map((one) => ({ ...one, sort: one.isAnswered ? "已说明" : "请核对", mayConfirm: true })),
    ...sums.map((one) => ({ ...one, sort: one.isAnswered ? DONE : "请对照", maySee: true })),
  ].map((one) => ({ ...one, id: idOf(ids, one.at), mark: `${one.id ?? one.sort} ${one.at.join(".")}` }))
  const count = isReady(said) ? "检查过了：没有要改的，可以交出去。" : !rows.length ? "正在看金额和个人信息……" : `还有 ${rows.filter(({ isAnswered }) => !isAnswered).length} 处要看。`
  // Whoever is read to hears it when it changes.
  if (it.part("count").textContent !== count) it.part("count").textContent = count
  list(it, draft, rows)
  beside(rows)
  it.part("yaml").textContent = said.text
}

// The field behind a path, or that around it.
const idOf = (ids, at) => {
  if (at[0] === "where") return "submit-division"
  for (let length = at.length; length; length -= 1) {
    const id = ids.get(at.slice(0, length).join("."))
    if (id) return id
  }
  return ""
}

// Rows that stay are kept, so that whoever writes a reason in one is not interrupted.
const list = (it, draft, rows) => {
  const held = new Map([...it.part("found").children].map((row) => [row.dataset.mark, row]))
  it.part("found").replaceChildren(...rows.map((one) => {
    const mark = `${one.mark} ${one.sentence}`, kept = held.get(mark)
    if (kept) {
      kept.querySelector("strong").textContent = one.sort
      if (one.isAnswered) kept.querySelector("button")?.remove()
      return kept
    }
    const row = make("li", "", make("strong", "", one.sort), " ", sentence(one))
    row.dataset.mark = mark
    if (one.mayConfirm) row.append(reason(it, draft, one))
    if (one.maySee && !one.isAnswered) row.append(" ", compared(it, draft, one))
    return row
  }))
}

const sentence = ({ id, sentence: text }) => {
  if (!id) return text
  const link = make("a", "", text)
  link.href = `#${id}`
  // A group is no field: it takes the focus by being led to.
  link.addEventListener("click", (event) => {
    event.preventDefault()
    const field = document.querySelector(`#${CSS.escape(id)}`)
    field?.scrollIntoView({ block: "center" })
    field?.focus({ preventScroll: true })
  })
  return link
}

const reason = (it, draft, { mark }) => {
  const box = make("input", "")
  box.value = draft.confirmed[mark] ?? ""
  box.autocomplete = "off"
  box.addEventListener("input", () => {
    draft.confirmed[mark] = box.value
    it.renew()
  })
  return make("label", "p-ask__reason", "公告就是这样写的，理由：", box)
}

// A sum is read back once; when it changes it is read back again.
const compared = (it, draft, { at, sentence: text }) => button("对照过了，没有错", `seen:${at.join(".")}`, () => {
  draft.seen = { ...draft.seen, [at.join(".")]: text }
  it.renew()
  it.part("count").focus()
}, `对照过了，没有错：${text}`)

const beside = (rows) => {
  for (const place of document.querySelectorAll(".p-wrong")) if (place.textContent) place.textContent = ""
  for (const box of document.querySelectorAll(".p-ask [aria-invalid]")) box.removeAttribute("aria-invalid")
  for (const { id, sentence: text, isAnswered, maySee } of rows) {
    const place = id && document.querySelector(`#${CSS.escape(id)}-wrong`)
    // What is not there yet is said in the list alone.
    if (!place || isAnswered || maySee || text.startsWith("缺少必填的")) continue
    place.textContent = place.textContent ? `${place.textContent}；${text}` : text
    document.querySelector(`#${CSS.escape(id)}`)?.setAttribute("aria-invalid", "true")
  }
}
