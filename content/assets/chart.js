// The selection by year as bars of words and numbers; each leads to its year.
// Without it the facet of years says the same.

import { button, make } from "./make.js"

export const chartNodes = (counts, state, store, choose) => {
  const years = [...counts].filter(([, count]) => count).sort(([a], [b]) => (a > b ? 1 : -1))
  if (years.length < 2) return []
  const most = Math.max(...years.map(([, count]) => count))
  return years.map(([year, count]) => {
    const chosen = state.chosen.year.has(year)
    const bar = make("span", "p-chart__bar")
    bar.style.blockSize = `${Math.max(2, Math.round((count / most) * 56))}px`
    const node = button("", `chart:${year}`, () => choose("year", year, !chosen), `${store.label("year", year)}：${count}`)
    node.append(make("span", "p-chart__count", String(count)), bar, make("span", "", year === "0000" ? "未知" : year))
    node.setAttribute("aria-pressed", String(chosen))
    return make("li", "", node)
  })
}
