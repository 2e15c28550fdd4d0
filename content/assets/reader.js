// Fetches the files of the search once each, and tells a missing one from an empty one.
// Without it the plain lists stay, page by page.

// An index is always asked for anew; all it names carries its edition, so that files of two editions never mix.
export const openReader = (base) => {
  const held = new Map()
  const get = async (path) => {
    const answer = await fetch(`${base}${path}`, path.endsWith("/index.json") ? { cache: "no-cache" } : {})
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  }
  return (path) => {
    if (!held.has(path)) {
      const answer = get(path)
      // What failed may be asked for again.
      answer.catch(() => held.delete(path))
      held.set(path, answer)
    }
    return held.get(path)
  }
}
