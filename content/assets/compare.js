// Puts two parties side by side, as their own pages tell them: what holds now, year by year, what was decided.
// Without it the page says so, and leads to the lists of parties.

import { renewDuties } from "./duties.js"
import { button, make } from "./make.js"
import { offer, openParties } from "./parties.js"
import { openReader } from "./reader.js"
import { toldBy } from "./years.js"

const SIDES = ["a", "b"]
const NAMES = { a: "第一家", b: "第二家" }

export const compare = async (form) => {
  const root = new URL("../", location)
  const out = document.querySelector("[data-part=compare-table]")
  const part = (side, name) => form.querySelector(`[data-side=${side}] [data-part=${name}]`)
  let it
  try {
    it = await openParties(openReader(new URL("search/", root)))
  } catch {
    out.replaceChildren(make("p", "p-empty", "名单没有加载成功；请重新打开这一页。"))
    return
  }
  const chosen = () => new URLSearchParams(location.search)
  const choose = (side, id) => {
    const both = SIDES.map((one) => [one, one === side ? id : chosen().get(one)]).filter(([, given]) => given)
    history.pushState(null, "", `?${new URLSearchParams(both)}`)
    renew()
    const other = SIDES.find((one) => !it.parties.has(chosen().get(one)))
    ;(other ? form.elements[other] : out).focus()
  }
  // What an address names and nobody here has is not repeated.
  const tell = (side) => {
    const id = chosen().get(side)
    const party = it.parties.get(id)
    form.elements[side].value = party?.title ?? ""
    part(side, "compare-found").replaceChildren()
    part(side, "compare-said").replaceChildren(...(party ? saidOf(party, root) : id ? ["地址里的这一家，本站没有收录；请另找一家。"] : ["还没有选。"]))
    return party
  }
  const { title } = document
  let turn = 0
  const renew = async () => {
    const mine = ++turn
    const both = SIDES.map(tell)
    const names = both.flatMap((one) => one?.title ?? [])
    document.title = [...(names.length ? [names.join("、")] : []), title].join("：")
    const nodes = both.every(Boolean) ? [...(await beside(both, root)), copier()] : [make("p", "p-empty", missingWords(it, chosen()))]
    if (mine !== turn) return
    out.replaceChildren(...nodes)
    renewDuties(out, new Date())
  }
  for (const side of SIDES) {
    const box = form.elements[side], list = part(side, "compare-found")
    box.addEventListener("input", () => offer(it, box.value, list, part(side, "compare-said"), (id) => choose(side, id)))
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) enter(event, list)
    })
  }
  out.tabIndex = -1
  addEventListener("popstate", renew)
  form.hidden = false
  await renew()
}

// Whoever looks for the table reads here why there is none.
const missingWords = ({ parties }, given) => {
  const unknown = SIDES.filter((side) => given.get(side) && !parties.has(given.get(side))).map((side) => NAMES[side])
  const why = unknown.length ? `地址里的${unknown.join("和")}，本站没有收录，请在上面另找。` : ""
  return `${why}选好两家，这里就并列显示。`
}

// The only name that is left is meant; of several one is still to be chosen.
const enter = (event, list) => {
  event.preventDefault()
  const found = list.querySelectorAll("button")
  if (found.length === 1) found[0].click()
  else found[0]?.focus()
}

const saidOf = ({ title, invented, hrefs }, root) => {
  const links = hrefs.map((href) => linkTo(new URL(href, root), hrefs.length > 1 ? `${title}（${href.startsWith("purchasers") ? "采购人" : "供应商"}）` : title))
  return ["已选：", ...links.flatMap((link, i) => (i ? ["、", link] : [link])), ...(invented ? [" ", make("span", "p-badge--demo", "演示")] : [])]
}

const copier = () => {
  const copy = button("复制这两家的地址", "compare:copy", async () => {
    const { copyAddress } = await import("./download.js")
    copy.textContent = await copyAddress()
  })
  copy.className = "p-button"
  return make("p", "p-acts", copy)
}

const linkTo = (href, text) => Object.assign(make("a", "", text), { href })

const beside = async (both, root) => {
  let told
  try {
    told = await Promise.all(both.map(({ hrefs }) => toldBy(hrefs.map((href) => new URL(href, root)))))
  } catch {
    return [make("p", "p-empty", "有一家的页没有读到；请检查网络，重新打开这一页。")]
  }
  const same = both[0].id === both[1].id ? [make("p", "p-quiet", "两边选的是同一家。")] : []
  const years = [...new Set(told.flatMap((one) => [...one.years.keys()]))].sort(latestFirst)
  const rows = [
    ...standing(told, both),
    ...years.map((year) => rowOf(year, told.map((one) => one.years.get(year) ?? [quiet("这一年没有收录")]), both)),
    ...BESIDE.flatMap((name) => besides(name, told, both)),
  ]
  if (!rows.length) return [...same, make("p", "p-empty", "这两家都没有收录合同、结果、评价或者处理决定。")]
  const heads = both.map(({ title, hrefs, invented }) => columnHead(linkTo(new URL(hrefs[0], root), title), invented))
  return [...same, make("table", "p-table p-years p-beside", make("thead", "", make("tr", "", columnHead("年份"), ...heads)), make("tbody", "", ...rows))]
}

const quiet = (text) => make("p", "p-quiet", text)

// What else the page of a supplier says; that of a purchaser has none of it.
const BESIDE = ["未中选", "评价后的处理"]
const isSupplier = ({ hrefs }) => hrefs.some((href) => href.startsWith("suppliers/"))
const without = (one, text) => quiet(isSupplier(one) ? text : "采购人的页不列这一项")

// A decision that holds stands right under the names, before any sum.
const standing = (told, both) => {
  if (!told.some(({ now }) => now.length)) return []
  return [rowOf("按收录的决定，现在", told.map(({ now }, i) => (now.length ? now : [without(both[i], "没有收录还在期限内的整改、取消承接资格的决定")])), both)]
}

const besides = (name, told, both) => {
  if (!told.some(({ beside }) => beside.has(name))) return []
  return [rowOf(name, told.map(({ beside }, i) => beside.get(name) ?? [without(both[i], "没有收录")]), both)]
}

// Years stand before what has no date.
const latestFirst = (a, b) => /^\d/u.test(b) - /^\d/u.test(a) || (a < b) - (a > b)

const columnHead = (inside, invented) => {
  const head = make("th", "", inside, ...(invented ? [" ", make("span", "p-badge--demo", "演示")] : []))
  head.scope = "col"
  return head
}

const rowOf = (name, told, both) => {
  const head = Object.assign(make("th", "", name), { scope: "row" })
  const cells = told.map((nodes, i) => {
    const cell = make("td", "", ...nodes)
    cell.dataset.label = both[i].title
    return cell
  })
  return make("tr", "", head, ...cells)
}
