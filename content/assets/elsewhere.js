// Records that name whom a list of organisations does not have: bidders whom a record names without a page of their own.
// Without it the list says only that it has nobody so called.

import { openFinder } from "./finder.js"
import { make } from "./make.js"

const WHY = "名单里只有记录给了编号、有自己一页的机构。公告写到名称、没有给编号的（多是参加了没有中选的），没有自己的一页，要在公告里找。"

// One character is looked up in columns that are not here: of it nothing is known.
const none = async () => new Map()

// How many records say it, by whether they are invented; samples of forms are left out.
const counted = async (q, read) => {
  const [{ real, samples = 0 }, finder] = await Promise.all([read("records/index.json"), openFinder(read, none)])
  let found
  for await (found of finder.find(q));
  const ats = [...found.ranks.keys()]
  return { real: ats.filter((at) => at < real).length, demos: ats.filter((at) => at >= real + samples).length }
}

export const elsewhereNodes = async ({ state, list, root, read }) => {
  if (list.thing !== "机构") return []
  const { real, demos } = await counted(state.q, read)
  const many = [real && `${real} 条`, demos && `演示 ${demos} 条`].filter(Boolean).join("、")
  if (!many) return []
  const given = new URLSearchParams({ q: state.q.trim(), ...(state.fictional || !real ? { demo: 1 } : {}) })
  const link = make("a", "", `在项目和公告里查“${state.q.trim()}”（${many}）`)
  link.href = `${root.dataset.root}projects/?${given}`
  return [make("p", "", `${WHY} `, link)]
}
