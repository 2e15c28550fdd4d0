// The selection by year as bars of words and numbers, real records and all others apart; each leads to its year.
// Without it the facet of years says the same.

import { button, make } from "./make.js"
import { apartWords } from "./selection.js"

export const chartNodes = (counts, { state, store, list: { unit } }, choose) => {
  const known = [...counts.keys()].filter((year) => year !== "0000").map(Number)
  if (known.length < 2) return []
  const first = Math.min(...known), years = Array.from({ length: Math.max(...known) - first + 1 }, (_, i) => String(first + i))
  if (counts.has("0000")) years.unshift("0000")
  const most = Math.max(...[...counts.values()].map(({ all }) => all))
  const height = (count) => `${count && Math.max(2, Math.round((count / most) * 56))}px`
  return years.map((year) => {
    const count = counts.get(year) ?? { all: 0, real: 0, sample: 0 }
    const { all, real } = count, apart = apartWords(count)
    // The name says what is seen, in its order, so that whoever speaks to the page can say it.
    const shown = year === "0000" ? "未知" : year
    const said = `${year === "0000" ? store.label("year", year) : `${year} 年`}，${real} ${unit[0]}${apart && `，另有${apartWords(count, ` ${unit[0]}`)}`}`
    const node = button("", `chart:${year}`, () => choose("year", year, !state.chosen.year.has(year)), said)
    const bar = make("span", "p-chart__bar")
    bar.style.blockSize = height(real)
    const demo = make("span", "p-chart__bar p-chart__bar--demo")
    demo.style.blockSize = height(all - real)
    node.append(make("span", "", shown), bar, demo, make("span", "p-chart__count", String(real)), ...(apart ? [make("span", "p-chart__apart", apart)] : []))
    node.setAttribute("aria-pressed", String(state.chosen.year.has(year)))
    node.disabled = !all
    return make("li", "", node)
  })
}
