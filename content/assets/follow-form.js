// Gives the right address for what one wants to follow: made of the addresses on the page, and of the lists of bodies.
// Without it all addresses stand below, one by one.

import { copied } from "./cite.js"
import { offer, openParties } from "./parties.js"
import { openReader } from "./reader.js"

const PARTY = /^feeds\/((?:purchasers|suppliers)\/[a-z0-9-]+)$/u

export const followForm = (form) => {
  const root = new URL("../../", location)
  const { what, one, party, how } = form.elements
  const part = (name) => form.querySelector(`[data-part=follow-${name}]`)
  let body = null
  // Each line of the page is a choice; its links are the addresses by their suffix.
  const lines = () => [...document.querySelectorAll(`[data-follow="${CSS.escape(what.value)}"] > li`)]
  const nameOf = (line) => line.firstChild.textContent.trim().replace(/：$/u, "")
  const hrefs = () => {
    if (what.value === "party") return body ? hrefsOf(body, root) : []
    return [...(lines()[one.selectedIndex]?.querySelectorAll("a") ?? [])].map(({ href }) => href)
  }
  const renew = () => {
    const found = hrefs().find((href) => href.endsWith(how.value)) ?? ""
    const link = part("address")
    // A choice is cut at the edge of its box where letters are large: here it stands in full.
    const name = what.value === "party" ? body?.title : one.selectedOptions[0]?.textContent
    part("of").textContent = name ? `“${name}”的` : ""
    link.textContent = link.href = found
    if (!found) link.removeAttribute("href")
    part("none").textContent = found ? "" : noneOf(what.value === "party" && !body, how.value)
    part("copy").disabled = !found
    part("copied").textContent = ""
  }
  const list = () => {
    for (const row of form.querySelectorAll("[data-for]")) row.hidden = (row.dataset.for === "party") !== (what.value === "party")
    one.replaceChildren(...lines().map((line) => new Option(nameOf(line))))
    renew()
  }
  what.addEventListener("change", list)
  one.addEventListener("change", renew)
  how.addEventListener("change", renew)
  let parties = null
  party.addEventListener("input", async () => {
    body = null
    renew()
    try {
      parties ??= openParties(openReader(new URL("search/", root)))
      offer(await parties, party.value, part("found"), part("said"), async (id) => {
        body = (await parties).parties.get(id)
        party.value = body.title
        part("found").replaceChildren()
        part("said").textContent = body.hrefs.length > 1 ? "它有两个身份，下面是作为采购人的地址；作为供应商的在它那一页上。" : ""
        renew()
      })
    } catch {
      parties = null
      part("said").textContent = "名单没有加载成功；可以从名单打开那一家的页，页上有地址。"
    }
  })
  part("copy").addEventListener("click", async () => {
    part("copied").textContent = await copied(part("address"), part("address").href)
  })
  // A link may name what it is about; nothing is chosen that does not stand on the page or among the parties.
  const choose = async (of) => {
    const link = [...document.querySelectorAll("[data-follow] a")].find(({ href }) => [new URL(`${of}.atom`, root).href, new URL(of, root).href].includes(href))
    const line = link?.closest("[data-follow] > li")
    if (line) {
      what.value = line.parentElement.dataset.follow
      list()
      one.selectedIndex = lines().indexOf(line)
      how.value = link.href.slice(link.href.lastIndexOf("."))
      return renew()
    }
    const page = PARTY.exec(of)?.[1]
    if (!page) return
    what.value = "party"
    list()
    parties ??= openParties(openReader(new URL("search/", root)))
    const found = [...(await parties).parties.values()].find(({ hrefs }) => hrefs.includes(`${page}/`))
    if (!found) return
    body = { ...found, hrefs: [`${page}/`] }
    party.value = found.title
    renew()
  }
  const asked = () => choose(new URLSearchParams(location.hash.slice(1)).get("of") ?? "").catch(() => { parties = null })
  addEventListener("hashchange", asked)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.hidden = false
  list()
  asked()
}

const hrefsOf = ({ hrefs }, root) => {
  const own = (hrefs.find((href) => href.startsWith("purchasers/")) ?? hrefs[0]).replace(/\/$/u, "")
  const feeds = [".atom", ".json"].map((suffix) => new URL(`feeds/${own}${suffix}`, root).href)
  return own.startsWith("purchasers/") ? [...feeds, new URL(`calendar/${own}.ics`, root).href] : feeds
}

const noneOf = (waits, suffix) => {
  if (waits) return "先写名称里的字，选一家。"
  return suffix === ".ics" ? "这一项没有日历；请选阅读器，或者改选地区、领域、采购人。" : "这一项只有日历；请选日历。"
}
