// Words of the records that look like one that was not found; offered, never taken silently.
// Without it the empty list says what was looked for.

import { folded } from "./fold.js"

const NAMES = ["party", "place", "street", "division", "field", "method", "target_group", "kind", "title"]

// Up to five labels of the vocabulary and names of the records that are shown, the likest first.
export const nearest = (term, store, state, fold) => {
  const likely = [...namesOf(store, state)].map((word) => [word, likeness(term, folded(word, fold))]).filter(([, like]) => like >= 0.5)
  return likely.sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).slice(0, 5).map(([word]) => word)
}

// What only a hidden record is called would find nothing.
const namesOf = (store, state) => {
  const shown = store.rows.filter((row) => store.isShown(row.at, state))
  return new Set(NAMES.flatMap((name) => {
    const codes = new Set(shown.flatMap((row) => row[name] ?? []))
    return (store.words[name] ?? []).filter((_, code) => codes.has(code)).map((word) => plainly(name, store.label(name, word)))
  }))
}

// A street is told with its place, and searched for without.
const plainly = (name, label) => (name === "street" ? label.replace(/（[^）]*）$/u, "") : label)

// What people say for a value of a facet, or a place inside one: [facet, value, how much, by which word], the wholest match first.
export const likely = (term, { words, places }, fold) => {
  const said = [...words, ...places.map(([code, names]) => ["division", code, names])]
  const matches = said.map(([name, value, held]) => {
    const likes = held.split(" ").map((one) => folded(one, fold)).map((word) => [meant(term, word, name), word])
    const [like, word] = likes.reduce((best, one) => (one[0] > best[0] ? one : best))
    return [name, value, like, word]
  })
  return matches.filter(([, , like]) => like > 0).sort((a, b) => b[2] - a[2]).slice(0, 5)
}

// So much a word counts that is all of what is said for a value, or a place but for its sort.
export const WHOLE = 50

// 江岸 for 江岸区, 小孩托管 for 小孩; one character means nothing.
const meant = (term, word, name) => {
  if (term === word) return 100
  if (name === "division" && term.length > 1 && word.startsWith(term) && word.length === term.length + 1) return WHOLE
  return word.length > 1 && term.includes(word) ? word.length : 0
}

// How many pieces of a term a word shares: pairs of neighbours, or for short terms characters.
export const likeness = (term, word) => {
  const size = [...term].length < 4 ? 1 : 2
  const wanted = pieces(term, size), held = pieces(word, size)
  const shared = [...wanted].filter((piece) => held.has(piece)).length
  return shared / (wanted.size + Math.max(0, held.size - wanted.size) * 0.1)
}

const pieces = (text, size) => {
  const chars = [...text]
  return new Set(size === 1 ? chars : chars.slice(1).map((char, i) => chars[i] + char))
}

const LONGEST = 16
// What stands between words; a folded text has lost it.
const BETWEEN = /[^\p{L}\p{N}]+/u

// The longest parts of a term that stand in some record, with in how many; none over another.
export const partsOf = async (term, count) => {
  const chars = [...term].slice(0, LONGEST)
  const found = []
  for (let begin = 0, end = 0; begin < chars.length - 1; begin++) {
    // A part of what is found is found too: the end never goes back.
    end = Math.max(end, begin + 1)
    let held = 0
    while (end < chars.length) {
      const more = await count(chars.slice(begin, end + 1).join(""))
      if (!more) break
      held = more
      end += 1
    }
    if (end - begin > 1) found.push({ begin, end, count: held || (await count(chars.slice(begin, end).join(""))) })
  }
  const chosen = []
  for (const one of found.sort((a, b) => b.end - b.begin - (a.end - a.begin))) {
    if (chosen.every(({ begin, end }) => one.end <= begin || one.begin >= end)) chosen.push(one)
  }
  const parts = chosen.sort((a, b) => a.begin - b.begin).map((one) => ({ part: chars.slice(one.begin, one.end).join(""), count: one.count }))
  // Two letters stand in half of all records, and a part that stands twice is one.
  return parts.filter(({ part }, i) => !/^[a-z0-9]{1,2}$/u.test(part) && parts.findIndex((one) => one.part === part) === i)
}

// The longest word that a piece begins or ends with: of 镇居家养老 it is 居家养老; none of 人上门.
export const wordIn = async (piece, it, held) => {
  const chars = [...piece]
  for (let size = chars.length; size > 1; size--) {
    for (const part of new Set([chars.slice(-size).join(""), chars.slice(0, size).join("")])) {
      if (isNamed(part, it) || (await held(part)).some((record) => isSaid(part, record, it.fold))) return part
    }
  }
  return ""
}

const isNamed = (part, { store, fold }) =>
  NAMES.some((name) => (store.words[name] ?? []).some((word) => folded(plainly(name, store.label(name, word)), fold) === part))

// Whether it stands in a record between marks, or is all of a text.
const isSaid = (part, { title, heads, said }, fold) =>
  [title, ...heads, ...said.flatMap(([, head, flat]) => [head, ...flat])].some((text) => text.split(BETWEEN).some((word) => folded(word, fold) === part))
