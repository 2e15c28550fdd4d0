// The selection as a file for Excel, and as a link.
// Without it the whole data can be taken from the repository.

import { make } from "./make.js"

// What a spreadsheet passes over before it looks for a formula: blanks, and characters nobody sees.
const BLANK = /^[\s\p{Cc}\p{Cf}\p{DI}\u2800]+/u
const FORMULA = /^[=+\-\u2212@|]/u
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u

// Excel of East Asia takes ＝ for =, so a cell is looked at folded, too; and as it stands, since
// folding makes one sign of = and the stroke through it. Plain numbers stay numbers.
const isFormula = (text) => {
  const seen = [text, text.normalize("NFKC")].map((one) => one.replace(BLANK, ""))
  return /^[\t\r\n]/u.test(text) || (seen.some((one) => FORMULA.test(one)) && !NUMBER.test(seen[1]))
}

// A quotation mark in front keeps a formula text.
export const cell = (value) => {
  const text = String(value ?? "")
  const safe = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// `years` are those of the notices that were asked for, where a kind was: the year of a project is another.
export const asCsv = (rows, list, store, address, years = null) => {
  const heads = [...list.file.map(([label]) => label), ...(years ? ["所选公告的年份"] : []), "演示或样例", "本站网址"]
  const lines = rows.map((row) => [
    ...list.file.map(([, name]) => store.texts(row, name).filter((one) => one !== null && one !== undefined).join("；")),
    ...(years ? [years(row).join("；")] : []),
    row.fictional ? "演示" : row.sample ? "格式样例" : "",
    address(row),
  ])
  // Excel takes a file for UTF-8 only if it begins with a byte order mark.
  return `\ufeff${[heads, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`
}

export const save = (text, name) => {
  const link = make("a", "")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export const copyAddress = async () => {
  try {
    await navigator.clipboard.writeText(location.href)
    return "链接已复制"
  } catch {
    return `请复制地址栏里的链接`
  }
}
