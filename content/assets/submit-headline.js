// What stands above a notice: its title, what it calls itself. What is not sure there is not taken.
// Without it the title is typed by hand.

import { strip, stripOf } from "./submit-words.js"

const MOST = 12, LONG = 60, SHORTEST = 8
const NO_TITLE = /[:>|。;]|,|现将|如下|首页|打印|位置|相关/u, NO_HALF = /[:>|。;]|首页|位置/u

export const openHeadline = ({ fold, find }, { day }) => {
  const mayBegin = (text) => {
    const said = strip(fold(text))
    return said.length >= 2 && said.length <= LONG && !NO_HALF.test(said)
  }
  const isTitle = (said, folded) => said.length > SHORTEST && Boolean(find("title", folded)) && !NO_TITLE.test(folded)
  const withLine = (head, line, before) => {
    const said = stripOf(line.text, " 【】"), folded = fold(said), used = [...head.used, line]
    if (find("called", folded.replaceAll(" ", ""))) {
      const isHalf = before && !head.title
      return { ...head, called: head.called || said.replaceAll(" ", ""), isDoubtful: head.isDoubtful || Boolean(isHalf), used }
    }
    if (!(head.title || head.isDoubtful) && isTitle(said, folded)) {
      return before ? { ...head, isDoubtful: true, used } : { ...head, title: said, at: line.at, used }
    }
    const found = find("headDay", stripOf(folded, " []"))
    return found && !head.day && day(found[0]) ? { ...head, day: line, used } : head
  }
  // The lines before the first that no head holds.
  return (said) => {
    const stop = said.findIndex((one) => one.is === "heading" || (one.is === "pair" && one.key.startsWith("number")))
    let head = { title: "", at: "", called: "", isDoubtful: false, day: null, used: [] }, before = ""
    for (const one of said.slice(0, stop < 0 ? said.length : stop).slice(0, MOST)) {
      const known = head
      if (one.is === "words") head = withLine(head, one, before)
      before = one.is === "words" && head === known && mayBegin(one.text) ? strip(one.text) : ""
    }
    return head
  }
}
