// Reads what was pasted into fields, and lists what it did not use. Nothing of it is run, fetched or sent.
// Without it every field is typed by hand.

import { ofPage, ofText } from "./submit-blocks.js"
import { openColumns } from "./submit-columns.js"
import { openNotice } from "./submit-notice.js"
import { placed } from "./submit-slots.js"
import { addUnread } from "./submit-unread.js"

const MOST = 1_000_000
let reading = null, waiting = null

export const paste = async (it, html, text) => {
  const say = (words) => {
    it.part("pasted-said").textContent = words
  }
  waiting = null
  if (html.length + text.length > MOST) return say("贴的内容太长，不像一份公告；没有读。")
  const page = html ? ofPage(html) : [], blocks = page.length ? page : ofText(text)
  if (!blocks.length) return say("贴的内容里没有字。")
  reading ??= it.get("notice.json").then(openNotice)
  const notice = await reading.catch((problem) => {
    reading = null
    throw problem
  })
  const said = notice.said(blocks), pasted = { notice, said, blocks }
  if (it.draft) return filled(it, pasted, say)
  waiting = () => filled(it, pasted, say)
  listen(it)
  choose(it, notice.read(said, "", () => true))
  say("先在下面选种类，选了就把读到的填进去。")
}

// What a notice calls itself offers its kinds; which one it is says whoever reads it.
const choose = (it, { called, title }) => {
  const { name } = it.form.elements
  name.value = called || title || name.value
  name.dispatchEvent(new Event("input"))
}

let isListening = false
const listen = (it) => {
  if (isListening) return
  isListening = true
  it.form.addEventListener("kind", () => {
    waiting?.()
    waiting = null
  })
}

// Cells alone are rows of a workbook, where the kind has such columns.
const ofCells = async (it, { notice, blocks: [block, ...others] }, has) => {
  if (!block.rows || others.length) return null
  const told = await it.get(`kinds/${it.draft.kind}.columns.json`).catch(() => null)
  return told && openColumns(notice.words, told, it.table).read(block, has)
}

const filled = async (it, pasted, say) => {
  const { notice, said } = pasted
  if (!(await it.whole())) return say("这一种的表没有加载成功；请检查网络，再贴一次。")
  const { kind } = it.draft, { fields } = it.table.part(it.table.kinds[kind])
  if (kind === "project" || !fields.has("as_titled")) return say("这一种不是公告，贴的内容没有读；请另选一种，再贴一次。")
  const has = (key) => fields.has(key), rows = await ofCells(it, pasted, has)
  const { items, unread } = rows ?? notice.read(said, kind, has), { fills, left } = placed(it.draft, items)
  const refused = await it.fill(kind, fills), count = fills.length - refused.length
  const rest = [...unread, ...left, ...refused.map(({ where, value, why }) => ({ at: "", words: where || value, why }))]
    .map(({ at, words, why }) => ({ words: `${at.trim()} ${words}`.trim(), why }))
  say(`填了 ${count} 处，每一处下面写着它从哪里读来，请对照；没有用上的 ${rest.length} 处列在下面，请自己看。${rows ? "" : "金额、供应商、分包、期限、评审专家大多要自己填。"}`)
  addUnread(it, rest)
  it.renew()
}
