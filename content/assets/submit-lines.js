// One line as what it says: a heading, a lot, labels with their values, or words.
// Without it what is pasted is not read, and every field is typed by hand.

import { openLots } from "./submit-lots.js"
import { count, lstrip, rstrip, rstripOf, strip, stripOf, tens } from "./submit-words.js"

const LONGEST_HEADING = 42, LONGEST_TAIL = 8, LONGEST_LONE = 16

export const openLines = (it, hasPlainEnd) => {
  const { told, fold, find, every, without, heading, labelOf, labelBefore } = it
  const lots = openLots(it)
  const isOurs = (key) => told.ours.some((one) => key.startsWith(one))
  const isFoundBefore = (text) => !strip(without("counted", lstrip(text)))

  // Cut where a counted heading begins in it, or what is said of consortia.
  const ofLine = (at, text) => {
    const said = []
    let begin = 0
    for (const cut of [...cutsOf(text), text.length]) {
      const piece = strip(text.slice(begin, cut))
      begin = cut
      if (piece) said.push(...ofPiece(at, piece))
    }
    return said
  }

  const cutsOf = (text) => {
    const folded = fold(text), cuts = []
    for (const found of [...every("consortium", folded), ...every("offices", folded, 1)]) cuts.push(found.index, found.index + found[0].length)
    let last = countOf(find("resets", folded))
    for (const found of every("counts", folded, 1)) {
      const here = countOf(found), { index } = found
      const isNext = last && here === last + 1 && !find("named", folded.slice(Math.max(0, index - 5), index))
      if (!"项包段第标".includes(folded[index - 1]) && (isNext || isKnown(folded, index + found[0].length))) {
        cuts.push(index)
        last = here
      }
    }
    return [...new Set(cuts)].sort((a, b) => a - b)
  }
  const countOf = (found) => (found ? tens(found[0].slice(0, -1)) : 0)

  const isKnown = (folded, start) => {
    const colon = folded.slice(0, start + LONGEST_HEADING).indexOf(":", start)
    const label = colon >= 0 ? labelBefore(folded, colon, start) : null
    return Boolean((label && label.start === start) || headingInFront(folded, start))
  }

  // The longest heading that a counted line begins with, where more stands behind it.
  const headingInFront = (folded, start) => {
    const colon = folded.indexOf(":", start), label = colon >= 0 ? labelBefore(folded, colon, start) : null
    if (label && label.start <= start) return null
    for (let end = Math.min(folded.length, start + LONGEST_HEADING); end > start + 1; end -= 1) {
      const section = it.headings.get(it.squeezed(folded.slice(start, end)))
      if (section) return [section, end]
    }
    return null
  }

  const ofPiece = (at, text) => {
    const folded = fold(text), counted = find("counted", lstrip(folded)), section = heading(text), lot = lots.alone(text)
    if (section) return [{ is: "heading", at, section, words: text }]
    if (lot) return [{ is: "mark", at, lot, isInline: false }]
    const said = [], front = counted ? headingInFront(folded, folded.length - lstrip(folded).length + counted[0].length) : null
    let body = text
    if (front) {
      said.push({ is: "heading", at, section: front[0], words: text.slice(0, front[1]) })
      body = text.slice(front[1]).replace(/^[ :：，,]+/u, "")
      if (!strip(body)) return said
    }
    const pairs = pairsOf(at, body)
    if (!pairs.length) return [...said, ...unlabelled(at, body, Boolean(counted) && !front)]
    if (!front && find("resets", fold(body)) && pairs[0].is === "pair") said.push({ is: "heading", at, section: "", words: "" })
    return [...said, ...pairs]
  }

  // A line without a label: the lone label of what follows, a heading nobody knows, or words.
  const unlabelled = (at, text, isCounted) => {
    const folded = strip(fold(text)), label = labelOf(text), found = lots.first(text)
    if (label) return [{ is: "pair", at, key: label.key, words: text, value: "", unit: label.unit, isCut: false }]
    if (found) {
      const rest = strip(text.slice(found[1])), mark = { is: "mark", at, lot: found[0], isInline: Boolean(rest) }
      return rest ? [mark, { is: "words", at, text: rest }] : [mark]
    }
    const isShort = folded.length <= LONGEST_HEADING
    const isHead = folded.length <= LONGEST_LONE && told.heads.some((end) => folded.endsWith(end)) && !/[0-9,;。]/u.test(folded)
    const isUnknown = (isCounted && isShort && !folded.includes(":")) || (folded.endsWith(":") && isShort) || isHead
    return [isUnknown ? { is: "heading", at, section: "closed", words: text } : { is: "words", at, text }]
  }

  // The labels of a line with their values; what stands before the first of them as words.
  const pairsOf = (at, text) => {
    const folded = fold(text), found = labelsOf(folded), said = []
    if (!found.length) return said
    const before = stripOf(without("counted", lstrip(folded.slice(0, found[0].start))), " ,;。、")
    if (before) said.push(...inFront(at, text.slice(0, found[0].start), before))
    let isTorn = false
    found.forEach((one, i) => {
      const next = found[i + 1], [held, lot] = next ? withoutTail(text.slice(one.end, next.start)) : [text.slice(one.end), null]
      const isCut = Boolean(next && (next.isGlued || lot)), words = text.slice(one.start, one.end - 1)
      const value = closed(text.slice(Math.max(0, one.start - 3), one.start), strip(held))
      const wasTorn = isTorn && isOurs(one.key)
      if (wasTorn || (isCut && value && !hasPlainEnd(one.key, value))) {
        said.push({ is: "words", at, text: `${words}：${value}` })
        isTorn = !wasTorn || isCut
      } else {
        said.push({ is: "pair", at, key: one.key, words, value, unit: one.unit, isCut })
        isTorn = false
      }
      if (lot) said.push({ is: "mark", at, lot, isInline: false })
    })
    return said
  }

  // A value without the bracket that its label stands in: 项目编号：甲（招标编号：乙）.
  const closed = (before, value) => {
    const folded = fold(value), isInside = rstrip(fold(before)).endsWith("(")
    return isInside && folded.endsWith(")") && count(folded, ")") > count(folded, "(") ? rstrip(value.slice(0, -1)) : value
  }

  const inFront = (at, text, before) => {
    const found = lots.last(text)
    if (found && !stripOf(without("counted", lstrip(fold(text.slice(0, found[1])))), " ,;。、")) return [{ is: "mark", at, lot: found[0], isInline: false }]
    return before ? [{ is: "words", at, text }] : []
  }

  // A value without the count or the lot that the next label has before it.
  const withoutTail = (value) => {
    let kept = rstripOf(value, " \u3000")
    const tail = find("tail", fold(kept.slice(-LONGEST_TAIL)))
    if (tail) kept = kept.slice(0, kept.length - tail[0].length)
    kept = rstripOf(kept, " ,;、，；(（\u3000")
    const found = lots.last(kept)
    if (!found) return [kept, null]
    const [lot, start] = found, before = rstripOf(kept.slice(0, start), " ,;、，；")
    const isGlued = before === kept.slice(0, start) && Boolean(before)
    return [before, isGlued ? { ...lot, number: lot.id } : lot]
  }

  // The labels of a line: each ends at a colon and begins where it may.
  const labelsOf = (folded) => {
    const found = []
    let first = 0
    for (let colon = folded.indexOf(":"); colon >= 0; colon = folded.indexOf(":", colon + 1)) {
      const label = colon < first ? null : labelBefore(folded, colon, first)
      if (!label) continue
      const before = folded.slice(first, label.start)
      const isFree = !strip(before) || told.apart.includes(before.at(-1)) || Boolean(lots.last(before)) || isFoundBefore(before)
      if (!isFree && !(found.length && mayFollow(label.key, folded, label.start, colon))) continue
      found.push({ ...label, end: colon + 1, isGlued: found.length > 0 && !isFree })
      first = colon + 1
    }
    return found
  }

  const mayFollow = (key, folded, start, colon) => {
    const word = it.bare(folded.slice(start, colon)), before = folded.slice(Math.max(0, start - 4), start)
    const isAnother = isOurs(key) && told.others.some((one) => before.endsWith(one))
    return !isAnother && (!it.loose.has(word) || word.length > 1)
  }
  return ofLine
}
