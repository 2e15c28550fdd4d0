// Gathers what a notice says: a value twice the same is one, two that differ are left to whoever reads it.
// Without it what is pasted is not read, and every field is typed by hand.

const DIFFERS = "公告里写得不一样", NO_KEY = "这一种公告没有这一栏"

export const gather = (bare, has) => {
  const items = new Map(), doubtful = new Set(), unread = []
  const leave = (at, words, why = "") => {
    if (words.trim()) unread.push({ at, words, why })
  }
  const drop = (path, why) => {
    const held = items.get(path)
    items.delete(path)
    if (held?.words) leave(held.at, held.words, why)
  }
  // What only a reader can tell stays empty, whatever else says it.
  const doubt = (path, at, words, why = "") => {
    doubtful.add(path)
    drop(path, why || DIFFERS)
    leave(at, words, why)
  }
  const put = (path, value, at, words) => {
    const held = items.get(path)
    if (!has(path.split(".")[0])) leave(at, words, NO_KEY)
    else if (doubtful.has(path)) leave(at, words, DIFFERS)
    else if (!held) items.set(path, { value, at, words })
    else if (bare(held.value) !== bare(value)) doubt(path, at, words, DIFFERS)
  }
  const value = (path) => items.get(path)?.value
  const done = () => ({ items: [...items].map(([path, one]) => ({ path, ...one })), unread })
  return { put, leave, doubt, drop, value, done, paths: () => [...items.keys()] }
}
