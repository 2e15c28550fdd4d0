// All parties by name, as the lists of parties know them, and the few that a reader may mean.
// Without it the lists of purchasers and suppliers lead to the same pages.

import { folded, folder } from "./fold.js"
import { button, make } from "./make.js"

const LISTS = ["suppliers", "purchasers"]
const MOST = 8

// All parties by id; whoever buys here and delivers there has two pages.
export const openParties = async (read) => {
  const parties = new Map()
  const fold = folder(await read("folding.json"))
  for (const list of LISTS) {
    const { parts, edition, real } = await read(`${list}/index.json`)
    for (const { name } of parts) {
      const { at, plain } = await read(`${list}/${name}.json?v=${edition}`)
      at.forEach((row, i) => {
        const known = parties.get(plain.id[i]) ?? { id: plain.id[i], title: plain.title[i], invented: row >= real, hrefs: [] }
        parties.set(known.id, { ...known, hrefs: [...known.hrefs, plain.href[i]] })
      })
    }
  }
  return { parties, fold }
}

export const offer = ({ parties, fold }, typed, list, said, choose) => {
  const terms = typed.split(/\s+/u).map((word) => folded(word, fold)).filter(Boolean)
  const found = terms.length ? [...parties.values()].filter(({ title }) => terms.every((term) => folded(title, fold).includes(term))) : []
  const more = found.length > MOST ? `，只列前 ${MOST} 家，可以多写几个字` : ""
  said.textContent = !terms.length ? "" : found.length ? `找到 ${found.length} 家${more}：` : "没有名称里有这些字的；可以少写几个字。"
  list.replaceChildren(...found.slice(0, MOST).map((one) => make("li", "", button(`${one.title}${one.invented ? "（演示）" : ""}`, `party:${one.id}`, () => choose(one.id)))))
}
