// A letter line by line, from what was filled in; what nobody filled in has a place for the pen.
// Without it the letters are written by hand after the samples on the page.

import { KINDS } from "./letters.js"

const BLANK = "＿".repeat(12)
const SHORT = "＿".repeat(6)
// What a letter tells where its kind asks nothing of its own.
const PARTS = { 内容: "what", 事实和材料: "facts" }

export const linesOf = (given) => {
  const kind = KINDS[given.kind] ?? KINDS.objection
  const lines = [
    ["p-paper__demo", given.invented && "演示：这个项目是虚构的，这封信请不要寄出"],
    ["p-paper__title", kind.name],
    ["", `致：${given.to || BLANK}`],
    ["", !kind.desk && given.where && `地址和电话：${given.where}`],
    ...(kind.formal ? formal(kind, given) : plain(kind, given)),
  ]
  return lines.filter(([, text]) => text)
}

const plain = (kind, given) => {
  const named = given.title ? `“${given.title}”` : `“${BLANK}”`
  const project = given.number ? `${named}（编号 ${given.number}）` : named
  const page = given.page ? `${named}（${given.page}）` : named
  return [
    ["", kind.opening({ project, page })],
    ["", kind.dated && `公示的日期：${given.stood || BLANK}`],
    ["", kind.dated && `公示的网址：${given.source || BLANK}`],
    ...Object.entries(kind.parts ?? PARTS).flatMap(([label, name]) => ruled(label, given[name])),
    ["", `请求：${given.ask || kind.ask}`],
    ["p-paper__end", given.who || `姓名或单位、联系方式：${BLANK}`],
    // What is sent to this site by mail bears no seal.
    ["p-paper__end", !kind.desk && "签名或盖章："],
    ["p-paper__end", "年　　月　　日"],
  ]
}

// What a challenge (order no. 94, article 12) and a complaint have to hold, in the order of the article.
const formal = ({ formal: said, opening, also }, given) => [
  ["", `${said.side}：${given.who || BLANK}`],
  ["", `地址：${given.address || BLANK}　邮编：${given.postcode || SHORT}`],
  ["", `联系人：${given.contact || SHORT}　联系电话：${given.phone || BLANK}`],
  ["", given.kind === "complaint" && `被投诉人（名称、地址、邮编、联系人、电话）：${given.against || BLANK}`],
  ["", `${said.bought}：${given.title ? `“${given.title}”` : BLANK}　编号：${given.number || BLANK}　分包：${given.lot || SHORT}`],
  ["", opening(given)],
  ...(given.kind === "complaint" ? ruled("质疑和答复的情况", given.replied) : []),
  ...ruled(said.points, given.what),
  ...ruled("事实依据", given.facts),
  ...ruled("法律依据", given.law),
  ...ruled("与上面的事项相关的请求", given.ask),
  ["", also],
  ["", `附：证明材料${given.kind === "complaint" ? "，投诉书的副本" : ""}；委托代理人的，附授权委托书`],
  ["p-paper__end", "签字或者盖章（法定代表人、主要负责人或者其授权代表；自然人由本人签字）："],
  ["p-paper__end", "公章（自然人除外）："],
  ["p-paper__end", `${said.day}：　　年　　月　　日`],
]

const ruled = (label, text) => (text ? [["", `${label}：${text}`]] : [["", `${label}：`], ...Array(2).fill(["p-paper__rule", "\u00a0"])])
