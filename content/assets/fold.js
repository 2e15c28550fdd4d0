// Folds text for comparison, and marks what was found. Pure functions, no page.

export const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\p{Pd}·、，。：；“”‘’"'()（）【】《》〔〕［］[\]]+/gu, "")

// The pieces of a text with what matches any of the words in <mark>.
export const marked = (text, words) => {
  const plain = text.normalize("NFKC").toLowerCase()
  if (plain.length !== text.length) return [text]
  for (const word of words) {
    const wanted = word.normalize("NFKC").toLowerCase()
    const at = plain.indexOf(wanted)
    if (at >= 0) {
      const mark = document.createElement("mark")
      mark.textContent = text.slice(at, at + wanted.length)
      return [...marked(text.slice(0, at), words), mark, ...marked(text.slice(at + wanted.length), words)]
    }
  }
  return [text]
}
