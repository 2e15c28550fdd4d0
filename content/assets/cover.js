// Which grams a term is looked up by: pure functions, no page and no network.
// Without it the plain lists stay; nothing else needs it.

const LETTER = /^[0-9a-z]$/u

// The grams that stand in a term, by where: three letters or digits are one.
const gramAt = (chars, i) => {
  const letters = [0, 1, 2].map((step) => LETTER.test(chars[i + step] ?? ""))
  if (letters.every(Boolean)) return { offset: i, gram: chars.slice(i, i + 3).join(""), open: false }
  return { offset: i, gram: chars.slice(i, i + 2).join(""), open: letters[0] && letters[1] && i + 2 === chars.length }
}

// The cheapest grams that together hold every character of the term.
export const cover = (chars, costOf) => {
  const needs = chars.slice(1).map((_, i) => gramAt(chars, i)).map((need) => ({ ...need, cost: costOf(need) }))
  const best = [{ cost: 0, needs: [] }]
  for (let end = 1; end <= chars.length; end++) {
    for (const need of needs.filter(({ offset, gram }) => offset < end && offset + [...gram].length >= end)) {
      const before = best[need.offset]
      if (before && !(best[end]?.cost <= before.cost + need.cost)) {
        best[end] = { cost: before.cost + need.cost, needs: [...before.needs, need] }
      }
    }
  }
  return best[chars.length].needs
}
