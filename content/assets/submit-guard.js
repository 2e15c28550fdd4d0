// Looks at the text of a record as the check does before it reads it: size, markup, blanks to fill in.
// Without it the check says the same when the record arrives.

import { shown } from "./submit-sayings.js"

const MOST_BYTES = 1_000_000, MOST_BRACKETS = 64
const MARKUP = /<[/!]?[A-Za-z][^\s>]{0,20}>?|javascript:/iu
const NUMBER = /(?:^|[[{,:-])[ \t]*([-+]?(?:0[xob][0-9a-f]+|[0-9][0-9_.]*e[-+]?[0-9]+|\.(?:inf|nan)))[ \t]*(?=$|[,\]}]|[ \t]#)/imu
const ASKED = /〔填[^〕]{0,200}〕/u

// Why the check would not read this text, with the number of a line from nought; nothing where it would.
export const guarded = (lines) => {
  const found = lines.flatMap((text, line) => told(text).map((sentence) => ({ line, sentence })))
  const whole = lines.join("\n")
  if (new TextEncoder().encode(whole).length > MOST_BYTES) found.push({ line: 0, sentence: `文字太多；一个文件最多 ${MOST_BYTES} 字节` })
  if (isDeep(whole)) found.push({ line: 0, sentence: `括号套了 ${MOST_BRACKETS} 层以上；请检查是否漏了右括号` })
  return found
}

const told = (text) => {
  const markup = MARKUP.exec(text), number = NUMBER.exec(text), asked = ASKED.exec(text)
  return [
    ...(markup ? [`文字里有网页代码 “${shown(markup[0].trim())}”；请只留公告上的文字`] : []),
    ...(number ? [`写的是 “${shown(number[1].trim())}”；数字请用普通写法，例如 1000；若是编号，请加引号`] : []),
    ...(asked ? [`‘${shown(asked[0])}’ 还没有填写；请填好，用不上的删去这一行`] : []),
  ]
}

const isDeep = (text) => {
  let depth = 0
  for (const [one] of text.matchAll(/[[\]{}]/gu)) {
    depth += "[{".includes(one) ? 1 : -1
    if (depth > MOST_BRACKETS) return true
  }
  return false
}
