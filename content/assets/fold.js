// Folds text for comparison and marks what was found: pure functions over the table the index was folded with.
// Without it the plain lists stay; nothing else needs it.

export const folder = ({ from, to, many, drop }) => {
  const table = new Map(Object.entries(many))
  const targets = [...to]
  let code = 0
  from.forEach((gap, i) => table.set(String.fromCodePoint((code += gap)), targets[i]))
  for (const char of drop) table.set(char, "")
  return (char) => table.get(char) ?? char
}

export const folded = (text, fold) => {
  let out = ""
  for (const char of text) out += fold(char)
  return out
}

// The folded text, and for each of its code units where its character begins and ends in the original.
const traced = (text, fold) => {
  const begins = [], ends = []
  let out = "", at = 0
  for (const char of text) {
    const piece = fold(char)
    for (let i = 0; i < piece.length; i++) {
      begins.push(at)
      ends.push(at + char.length)
    }
    out += piece
    at += char.length
  }
  return { out, begins, ends }
}

// Where the folded terms stand in a text: [begin, end] in order, none over another.
export const found = (text, terms, fold) => {
  const { out, begins, ends } = traced(text, fold)
  const spans = []
  for (const term of terms) {
    for (let at = out.indexOf(term); at >= 0; at = out.indexOf(term, at + term.length)) {
      spans.push([begins[at], ends[at + term.length - 1]])
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return spans.filter((span, i) => !spans.slice(0, i).some((before) => before[1] > span[0]))
}

// The pieces of a text, with what stands at the spans in <mark>.
export const marked = (text, spans) => {
  const pieces = []
  let last = 0
  for (const [begin, end] of spans) {
    const mark = document.createElement("mark")
    mark.textContent = text.slice(begin, end)
    pieces.push(text.slice(last, begin), mark)
    last = end
  }
  return [...pieces, text.slice(last)]
}

// Words apart are wanted all; what stands between quotation marks is one.
export const termsOf = (query, fold) =>
  [...query.matchAll(/(?<!\S)["“]([^"“”]+)["”](?!\S)|\S+/gu)]
    .map(([whole, quoted]) => folded(quoted ?? whole, fold))
    .filter((term, i, all) => term && all.indexOf(term) === i)
