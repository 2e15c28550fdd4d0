// Reads posting lists and intersects them. Pure functions, no page and no network.
// Without it the plain lists stay; nothing else needs it.

// A place is the number of its record times this, and the place inside it.
export const WIDTH = 2 ** 26
const BASE = 46

// The coded list of one gram in one segment, as ascending places.
export const decoded = (text) => {
  const places = new Float64Array(text.length)
  let at = 0, count = 0, record = -1
  const number = () => {
    for (let value = 0; ; ) {
      const code = text.charCodeAt(at++)
      const symbol = code === 33 ? 57 : code - 35
      if (symbol < BASE) return value + symbol
      value = (value + symbol - BASE + 1) * BASE
    }
  }
  while (at < text.length) {
    record += number() + 1
    for (let place = -1, given = 0; !(given % 2); ) {
      given = number()
      place += (given - (given % 2)) / 2 + 1
      places[count++] = record * WIDTH + place
    }
  }
  return places.subarray(0, count)
}

// Several ascending lists as one.
export const merged = (lists) => {
  if (lists.length === 1) return lists[0]
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let end = 0
  for (const list of lists) {
    all.set(list, end)
    end += list.length
  }
  return all.sort()
}

// The places in `starts` that have one of `others` at this distance after them.
export const followed = (starts, others, distance) => {
  const kept = new Float64Array(Math.min(starts.length, others.length))
  let count = 0, i = 0
  for (const start of starts) {
    const wanted = start + distance
    i = ahead(others, i, wanted)
    if (i === others.length) break
    if (others[i] === wanted) kept[count++] = start
  }
  return kept.subarray(0, count)
}

// The first index from `i` on whose value is not below: in leaps that double, then by halves.
const ahead = (list, i, wanted) => {
  let step = 1
  while (i + step < list.length && list[i + step] < wanted) step *= 2
  let low = i + (step >> 1), high = Math.min(i + step, list.length)
  if (i < list.length && list[i] >= wanted) return i
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] < wanted) low = middle + 1
    else high = middle
  }
  return low
}
