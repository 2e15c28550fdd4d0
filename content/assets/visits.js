// What is new since the reader last came here, kept in this browser alone.
// Without it the lists are sorted by date all the same.

import { shanghai } from "./windows.js"

const KEY = "gongshi:seen"

// Of each record a short sign that changes when it gains a notice.
const signOf = (row) => {
  let sign = 2166136261
  for (const char of `${row.id}#${row.count}`) sign = Math.imul(sign ^ char.codePointAt(0), 16777619)
  return (sign >>> 0).toString(36)
}

// The records that were not here at the last visit, and when that was; null on a first one.
export const sinceLastVisit = (rows, now) => {
  try {
    const before = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY)
    const signs = rows.map(signOf)
    localStorage.setItem(KEY, JSON.stringify({ on: shanghai(now)[0], seen: signs.join(" ") }))
    // What this visit is compared with stays the same until the window is closed.
    sessionStorage.setItem(KEY, before ?? "")
    if (!before) return null
    const { on, seen } = JSON.parse(before)
    const known = new Set(seen.split(" "))
    return { on, fresh: new Set(rows.filter((_, i) => !known.has(signs[i])).map((row) => row.at)) }
  } catch {
    return null
  }
}
