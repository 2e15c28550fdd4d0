// The explorer: search as one types, facets, sorting, totals and downloads over a list.
// Without it the plain list below stays, page by page.

import { openFinder } from "./finder.js"
import { folder, termsOf } from "./fold.js"
import { LISTS } from "./lists.js"
import { make } from "./make.js"
import { openReader } from "./reader.js"
import { select } from "./selection.js"
import { cleared, fromAddress, isNarrowed, toAddress } from "./state.js"
import { openStore } from "./store.js"
import { sinceLastVisit } from "./visits.js"
import { paint } from "./explorer-view.js"

const TYPING = 120, ARRIVING = 150

export const explore = async (root) => {
  const list = LISTS[root.dataset.list]
  const plain = document.querySelector("[data-part=plain]")
  const read = openReader(root.dataset.search)
  const it = { root, list, read, sifted: {}, ranks: null, found: true, parts: null, fresh: null, failed: false }
  const firstSort = (q) => (q.trim() && list.indexed ? "best" : Object.keys(list.sorts).find((name) => name !== "best"))
  try {
    it.store = await openStore(read, list)
    it.fold = folder(await read("folding.json"))
  } catch {
    plain.prepend(make("p", "p-empty", "检索数据没有加载成功，下面是全部列表，可以逐页看。"))
    return
  }
  it.state = fromAddress(list, location.search, firstSort)
  it.painted = new Promise((resolve) => { it.paintedNow = resolve })
  root.hidden = false
  plain.hidden = true

  let running = 0, waiting = 0
  const renew = () => {
    clearTimeout(waiting)
    waiting = 0
    it.terms = termsOf(it.state.q, it.fold)
    it.picked = select(it.store, list, it.state, it.ranks, it.fresh?.fresh)
    paint(it, acts)
  }
  const soon = () => { waiting ||= setTimeout(renew, ARRIVING) }

  const load = () => it.store.load(soon).catch(() => { it.failed = true; soon() })
  const scan = async (term) => {
    await load()
    return it.store.scan(term, it.fold, 1)
  }
  const scanned = async function* (query) {
    await load()
    const maps = termsOf(query, it.fold).map((term) => it.store.scan(term, it.fold, 1))
    const ranks = new Map([...maps[0]].filter(([at]) => maps.every((map) => map.has(at))))
    yield { ranks, done: true, parts: () => termsOf(query, it.fold).map((term, i) => ({ term, all: maps[i].size })) }
  }
  const search = async () => {
    const turn = ++running
    if (!termsOf(it.state.q, it.fold).length) {
      Object.assign(it, { ranks: null, found: true, parts: null })
      return renew()
    }
    it.found = false
    try {
      if (list.indexed) it.finder ??= await openFinder(read, scan)
      const steps = list.indexed ? it.finder.find(it.state.q) : scanned(it.state.q)
      for await (const { ranks, done, parts } of steps) {
        if (turn !== running) return
        const first = it.ranks !== ranks && (ranks.size || done)
        Object.assign(it, { found: done, parts }, ranks.size || done ? { ranks } : {})
        if (first || done) renew()
        else soon()
      }
    } catch {
      if (turn !== running) return
      Object.assign(it, { failed: true, found: true, ranks: new Map() })
      renew()
    }
  }

  const change = (next) => {
    const asked = it.state.q
    const followed = it.state.sort === firstSort(asked)
    Object.assign(it.state, { page: 1 }, next)
    if (followed && next.sort === undefined) it.state.sort = firstSort(it.state.q)
    history.replaceState(null, "", toAddress(list, it.state, firstSort))
    if (it.state.q !== asked) return search()
    renew()
  }
  const acts = {
    change,
    renew,
    choose: (name, value, wanted) => {
      const values = new Set(it.state.chosen[name])
      wanted ? values.add(value) : values.delete(value)
      change({ chosen: { ...it.state.chosen, [name]: values } })
    },
    clear: () => change(cleared(list, it.state)),
    narrowed: () => isNarrowed(it.state),
    turn: (page) => {
      it.state.page = page
      history.pushState(null, "", toAddress(list, it.state, firstSort))
      renew()
      const count = root.querySelector("[data-count]")
      count.focus({ preventScroll: true })
      count.scrollIntoView({ block: "start" })
    },
  }

  const wide = matchMedia("(width >= 60rem)").matches
  root.querySelector("[data-more]").open = wide || isNarrowed(it.state)
  root.querySelector("[data-sums]").open = wide
  root.querySelector("[name=sort]").append(...Object.entries(list.sorts).map(([name, [label]]) => new Option(label, name)))
  listen(it, acts)
  addEventListener("popstate", () => {
    const asked = it.state.q
    it.state = fromAddress(list, location.search, firstSort)
    fill(it)
    it.state.q === asked ? renew() : search()
  })
  fill(it)
  // What a query finds comes before the columns, which only filter and count it.
  if (it.state.q.trim()) await Promise.race([search(), it.painted])
  else renew()
  await load()
  if (list.indexed) it.orgs = await organisations(read)
  if (list.indexed && !it.failed) it.fresh = sinceLastVisit(it.store.rows, new Date())
  renew()
}

// The names of all organisations with their pages; none where they do not load.
const organisations = async (read) => {
  const parts = ["purchasers", "suppliers"].map(async (name) => {
    const [{ real }, { at, plain }] = await Promise.all([read(`${name}/index.json`), read(`${name}/all.json`)])
    return plain.title.map((title, i) => ({ title, href: plain.href[i], fictional: at[i] >= real }))
  })
  return (await Promise.allSettled(parts)).flatMap(({ value }) => value ?? [])
}

const fill = ({ root, state }) => {
  const form = root.querySelector("form")
  for (const name of ["q", "sort", "from", "to", "least", "most"]) if (form.elements[name]) form.elements[name].value = state[name]
}

const listen = ({ root }, { change, renew }) => {
  const form = root.querySelector("form")
  let typing = 0
  form.addEventListener("submit", (event) => event.preventDefault())
  root.addEventListener("sift", renew)
  root.addEventListener("input", ({ target }) => {
    if (!["q", "from", "to", "least", "most"].includes(target.name)) return
    clearTimeout(typing)
    typing = setTimeout(() => change({ [target.name]: [...target.value].slice(0, 300).join("") }), TYPING)
  })
  form.elements.sort.addEventListener("change", () => change({ sort: form.elements.sort.value }))
}
