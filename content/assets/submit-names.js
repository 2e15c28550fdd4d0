// Names, numbers, telephones, days as a notice prints them: taken only where nothing else can be meant.
// Without it what is pasted is not read, and every field is typed by hand.

import { openSpelt } from "./submit-spelt.js"
import { count, rstripOf, strip, stripOf, words } from "./submit-words.js"

const EDGE = " 。；;，,", MOST_OF_SHORT = 10
const COLUMNS = new Set(["phone", "address"])

export const openNames = (it) => {
  const { told, fold, find, every, without, bare } = it
  const spelt = openSpelt({ spelt: told.patterns })
  const edged = (text) => stripOf(text, EDGE)
  const isMasked = (text) => Boolean(find("masked", text))
  const within = ({ length }, least, most) => length >= least && length <= most

  // Holds no label, no heading and nothing that a page hides.
  const isClean = (text) => {
    const folded = fold(text)
    return count(folded, "(") === count(folded, ")") && Boolean(strip(text)) && !(folded.includes(":") || it.heading(text) || it.labelOf(text))
  }
  const hasPlainEnd = (key, text) => {
    const at = key.indexOf("."), head = at < 0 ? key : key.slice(0, at), tail = at < 0 ? "" : key.slice(at + 1)
    const sort = told.sorts[key] || told.sorts[COLUMNS.has(tail) ? tail : head] || "text", said = strip(fold(text))
    if (sort === "name") return Boolean(find("ends", said))
    if (sort === "person") return Boolean(find("person", said))
    if (sort === "method") return Object.hasOwn(told.methods, bare(said))
    return !(sort === "short" && said.length > MOST_OF_SHORT) && Boolean(find(`end.${sort}`, said))
  }
  // Who is named; null where it can be no name of an organisation.
  const organisation = (text) => {
    const name = edged(text), folded = fold(name)
    if (!isClean(name) || !within(name, 4, 60) || isMasked(folded) || /[0-9]{6,}|%|元$/u.test(folded)) return null
    const pieces = without("brackets", folded).split(it.pattern("parted")).map(strip).filter(Boolean)
    if (pieces.length > 1 && new Set(pieces).size < pieces.length) return null
    return { name, isSure: Boolean(find("ends", folded)), isSeveral: pieces.length !== 1 || Boolean(find("parted", folded)) }
  }
  const reference = (text) => {
    const said = edged(text), folded = fold(said)
    const fits = find("number", folded.replaceAll(" ", "")) && words(folded).length === 1
    const isOne = /[0-9]/u.test(folded) || /^[A-Za-z]+[-_][A-Za-z-]+$/u.test(folded)
    return fits && isOne && isClean(said) && !isMasked(folded) ? said : null
  }
  const phone = (text) => {
    const folded = fold(text).replace(/[—–]/gu, "-")
    if (isMasked(folded)) return null
    const found = [...new Set(every("landline", folded).map(([one]) => one))], rest = without("mobile", without("landline", folded))
    if (found.length === 1 && !/[0-9]{3,}/u.test(rest)) return words(found[0]).join("-")
    return !found.length && find("local", strip(folded)) ? strip(folded) : null
  }
  const place = (text) => {
    const said = edged(text)
    return isClean(said) && within(said, 2, 100) && !isMasked(fold(said)) && !/[0-9]{7,}/u.test(fold(said)) ? said : null
  }
  // 济南市南辛庄西路336号(济南大学): the form adds whose it is.
  const placeAlone = (text) => {
    const bracket = text.lastIndexOf(text.includes("(") ? "(" : "（"), inside = rstripOf(text, "）) ").slice(bracket + 1)
    const named = bracket >= 0 && "）)".includes(text.trimEnd().at(-1)) ? organisation(inside) : null
    return place(named?.isSure ? text.slice(0, bracket) : text)
  }
  // A whole day, with its hour where that is printed.
  const day = (text) => {
    const said = words(fold(edged(without("zone", text)))).join(" "), found = spelt.day(said)
    const [whole, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/u.exec(found) ?? []
    return whole && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === Number(date) && Number(month) <= 12 ? whole : null
  }
  const titled = (text) => {
    const said = edged(text)
    return isClean(said) && within(said, 4, 120) && !isMasked(fold(said)) ? said : null
  }
  // A sum that says its unit and nothing else.
  const sum = (text) => (find("sum", words(fold(strip(text))).join(" ")) ? words(fold(strip(text))).join("") : null)
  return { hasPlainEnd, isClean, organisation, reference, phone, placeAlone, day, titled, sum }
}
