// The explorer: search as one types, facets, sorting, totals and downloads over a list.
// Its page loads it by itself, so that it waits for nothing else. Without it the plain list below stays, page by page.

import { asker } from "./asking.js"
import { chosen } from "./demo.js"
import { PAGE, pageOf, paint } from "./explorer-view.js"
import { folder, termsOf } from "./fold.js"
import { dress, dropUnknown, fill, listen, see } from "./form.js"
import { LISTS } from "./lists.js"
import { make } from "./make.js"
import { layOut } from "./on-paper.js"
import { openReader } from "./reader.js"
import { select } from "./selection.js"
import { cleared, fromAddress, isNarrowed, strangeWords, toAddress } from "./state.js"
import { openStore } from "./store.js"
import { sinceLastVisit } from "./visits.js"

const ARRIVING = 150
// What a query needs whatever it is.
const FIRST = ["heads/index.json", "texts/index.json"]

const explore = async (root) => {
  const list = LISTS[root.dataset.list]
  const plain = document.querySelector("[data-part=plain]")
  const read = openReader(root.dataset.search)
  // All that is known at one moment; `paint` shows it.
  const it = { root, list, read, sifted: {}, ranks: null, found: true, parts: null, fresh: null, failed: false, partial: false }
  it.state = fromAddress(list, location.search)
  it.strange = strangeWords(list, location.search)
  if (list.indexed && it.state.q) for (const path of FIRST) read(path).catch(() => {})
  try {
    const [table, store] = await Promise.all([read("folding.json"), openStore(read, list)])
    Object.assign(it, { fold: folder(table), store })
  } catch {
    plain.prepend(make("p", "p-empty", "检索数据没有加载成功，下面是全部列表，可以逐页看。"))
    return
  }
  const painted = new Promise((resolve) => { it.paintedNow = resolve })
  // With nothing asked, the list that is there already stays until its columns are here.
  const isFirst = !it.state.q.trim() && !isNarrowed(it.state) && it.state.page === 1 && !it.state.sort
  it.given = isFirst ? [...plain.querySelectorAll(".p-rows > li:not(:has(> .p-badge--demo, > .p-badge--sample))")].slice(0, PAGE) : []
  root.hidden = false
  plain.hidden = true

  let waiting = 0
  let carried = null
  const renew = () => {
    // What this list shows, the next one does.
    if (carried !== it.state.fictional) chosen(document, (carried = it.state.fictional))
    clearTimeout(waiting)
    waiting = 0
    it.terms = termsOf(it.state.q, it.fold)
    it.picked = select(it.store, list, it.state, it.ranks, it.fresh?.fresh)
    paint(it, acts)
  }
  const soon = () => { waiting ||= setTimeout(renew, ARRIVING) }
  const load = () => it.store.load(soon).catch(() => {
    it.failed = true
    plain.hidden = false
    soon()
  })
  const ask = asker(it, load, ({ ranks, done, parts }) => {
    const first = it.ranks !== ranks && (!ranks || ranks.size || done)
    Object.assign(it, { found: done, parts }, first ? { ranks } : {})
    if (first || done) renew()
    else soon()
  })

  // What is typed replaces the address; what is chosen can be undone with the browser's back.
  const change = (next, typed = false) => {
    const asked = it.state.q
    it.ignored = it.strange = ""
    it.given = []
    Object.assign(it.state, { page: 1 }, next)
    history[typed ? "replaceState" : "pushState"](null, "", toAddress(list, it.state))
    if (it.state.q === asked) renew()
    else ask()
  }
  const acts = {
    change,
    renew,
    choose: (name, value, wanted) => {
      const values = new Set(it.state.chosen[name])
      wanted ? values.add(value) : values.delete(value)
      change({ chosen: { ...it.state.chosen, [name]: values } })
    },
    clear: () => {
      change(cleared(list, it.state))
      fill(it)
    },
    alone: (q, fictional) => {
      change({ ...cleared(list, it.state), q, fictional })
      fill(it)
    },
    narrowed: () => isNarrowed(it.state),
    turn: (page) => {
      it.state.page = page
      history.pushState(null, "", toAddress(list, it.state))
      renew()
      see(root.querySelector("[data-count]"))
    },
  }

  dress(it)
  listen(it, acts)
  addEventListener("beforeprint", () => layOut(it, pageOf(it), PAGE))
  addEventListener("afterprint", renew)
  addEventListener("popstate", () => {
    const asked = it.state.q
    it.state = fromAddress(list, location.search)
    it.strange = strangeWords(list, location.search)
    it.ignored = it.store.complete ? dropUnknown(it) : ""
    it.given = []
    fill(it)
    it.state.q === asked ? renew() : ask()
  })
  // What a query finds comes before the columns, which only filter and count it.
  // Until then the conditions stand where they will, so that nothing moves.
  it.found = !it.state.q.trim()
  renew()
  if (it.state.q.trim()) await Promise.race([ask(), painted])
  await load()
  it.ignored = it.failed ? "" : dropUnknown(it)
  if (list.indexed && !it.failed) {
    it.orgs = await organisations(read)
    it.fresh = sinceLastVisit(it.store.rows, new Date())
  }
  renew()
}

// The names of all organisations with their pages; none where they do not load.
const organisations = async (read) => {
  const lists = ["purchasers", "suppliers"].map(async (name) => {
    const { real, parts, edition } = await read(`${name}/index.json`)
    const tables = await Promise.all(parts.map((part) => read(`${name}/${part.name}.json?v=${edition}`)))
    const again = ({ again: column }, i) => column?.rows[i].map((code) => column.words[code]) ?? []
    return tables.flatMap(({ at, plain, words }) => plain.title.map((title, i) => ({ title, href: plain.href[i], fictional: at[i] >= real, again: again(words, i) })))
  })
  return (await Promise.allSettled(lists)).flatMap(({ value }) => value ?? [])
}

const root = document.querySelector("[data-part=explorer]")
if (root) explore(root)
