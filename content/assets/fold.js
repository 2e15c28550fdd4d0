// Folds text for comparison, and marks what was found. Pure functions, no page.

export const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\p{Pd}·、，。：；“”‘’"'()（）【】《》〔〕［］[\]]+/gu, "")

// The pieces of a text with what matches the query in <mark>, compared without folding away separators.
export const marked = (text, query) => {
  const wanted = query.trim().normalize("NFKC").toLowerCase()
  const at = wanted ? text.normalize("NFKC").toLowerCase().indexOf(wanted) : -1
  if (at < 0 || text.normalize("NFKC").length !== text.length) return [text]
  const mark = document.createElement("mark")
  mark.textContent = text.slice(at, at + wanted.length)
  return [text.slice(0, at), mark, text.slice(at + wanted.length)]
}
