// What a notice calls its lots: 包1, 标包：A, 第二标段, 采购包1(名称).
// Without it what is pasted is not read, and every field is typed by hand.

import { strip, stripOf, tens } from "./submit-words.js"

const NUMERALS = "一二三四五六七八九十"
const idOf = (said) => (NUMERALS.includes(said[0]) ? String(tens(said) || said) : said.replace(/^0+/u, "") || said)

export const openLots = ({ fold, find }) => {
  const lot = (found, text) => {
    const { behind, counted, before, name } = found.groups, said = behind || counted || before
    // The name stands in the last bracket of what was found.
    const end = found.index + found[0].length, open = name ? found.index + found[0].lastIndexOf(`(${name})`) : -1
    const number = stripOf(text.slice(found.index, name ? open : end), " :：;；")
    const called = name ? text.slice(open + 1, open + 1 + name.length) : ""
    return { id: idOf(said), number: fold(number).includes(":") ? said : number, name: strip(called) }
  }
  // The lot that a whole line names.
  const alone = (text) => {
    const found = find("lotAlone", strip(fold(text)))
    return found ? lot(found, text) : null
  }
  // The lot that a text begins with, and where what is said of it begins.
  const first = (text) => {
    const found = find("lotFirst", fold(text))
    return found && (found.groups.colon || found.groups.name) ? [lot(found, text), found.index + found[0].length] : null
  }
  // The lot that a text ends in, and where it begins.
  const last = (text) => {
    const found = find("lotLast", fold(text))
    return found ? [lot(found, text), found.index] : null
  }
  return { alone, first, last }
}
