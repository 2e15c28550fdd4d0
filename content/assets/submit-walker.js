// Says of a record whether the check will take it, and why not, from one compiled table.
// Without it nothing is said before the check itself runs: it is the check that decides.

import { plainOf } from "./submit-annotated.js"
import { sayings } from "./submit-sayings.js"
import { isMapping, Numeral } from "./submit-values.js"

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?)?$/u
const ADDRESS = /^https?:\/\/([^/?#]*)/iu
const DIGITS = 15
// Every place that is refused: its path and the sentence of the check.
export const judge = (table, document) => {
  const says = sayings(table)
  const name = Object.hasOwn(table.kinds, document.kind) && table.kinds[document.kind]
  if (!name) return [{ at: ["kind"], sentence: says.noKind(document.kind) }]
  let plain, said
  try {
    ;({ plain, said } = plainOf(document, table.bases))
  } catch (wrong) {
    if (!wrong.at) throw wrong
    return [{ at: wrong.at, sentence: wrong.message }]
  }
  const it = { table, says, refusals: [] }
  inPart(it, table.part(name), plain, [])
  return it.refusals.length ? it.refusals : [...blanks(plain, said, [])]
}

const refuse = (it, at, sentence) => it.refusals.push({ at, sentence })

// `alone` is the key of what may stand in place of the part: a number for a sum, a day for an end.
const inPart = (it, part, given, path, owner, alone) => {
  if (standsAlone(alone, given)) return inField(it, part.fields.get(alone), given, path, owner)
  if (!isMapping(given)) return refuse(it, path, it.says.mapping(path, owner, given))
  const before = it.refusals.length
  for (const key of Object.keys(given)) if (!part.fields.has(key)) refuse(it, [...path, key], it.says.unknown(key))
  for (const field of part.fields.values()) {
    const at = [...path, field.key]
    if (Object.hasOwn(given, field.key)) inKey(it, part, field, given[field.key], at)
    else if (field.isNeeded) refuse(it, at, it.says.missing(at, part.name, field))
  }
  if (it.refusals.length === before) together(it, part, given, path, owner)
}

// What is of its sort must not name nobody, where the part says so of the key.
const inKey = (it, part, field, given, at) => {
  const before = it.refusals.length, remedy = part.nobody[field.key]
  inField(it, field, given, at, part.name)
  if (!remedy || it.refusals.length > before) return
  const named = (Array.isArray(given) ? given : [given]).map((one) => (isMapping(one) ? one.printed : one))
  const nobody = named.find(it.table.isNobody)
  if (nobody !== undefined) refuse(it, at, it.says.wrong(at, part.name, nobody, remedy))
}

const inField = (it, field, given, at, owner) => {
  if (given === null && field.isOptional) return
  if (field.times === "2") return inPair(it, field, given, at, owner)
  if (field.sort === "y") return byYear(it, field, given, at, owner)
  if (field.sort === "l") return inNumbers(it, field, given, at, owner)
  if (field.times !== "*") return inValue(it, field, given, at, owner)
  if (given === null) return refuse(it, at, it.says.list(at, owner, given))
  if (!Array.isArray(given)) return inValue(it, field, given, at, owner)
  for (const [i, one] of given.entries()) inValue(it, field, one, [...at, i], owner)
}

const inPair = (it, field, given, at, owner) => {
  if (!Array.isArray(given) || given.length !== 2) return refuse(it, at, it.says.pair(at, owner, given))
  for (const [i, one] of given.entries()) inValue(it, field, one, [...at, i], owner)
}

const byYear = (it, field, given, at, owner) => {
  if (!isMapping(given)) return refuse(it, at, it.says.years(at, owner, given))
  const inner = it.table.part(field.of).fields.get("amount")
  for (const [year, sum] of Object.entries(given)) {
    if (isYear(it, year)) inField(it, inner, sum, [...at, year], field.of)
    else refuse(it, [...at, year], it.says.year([...at, year], owner, year))
  }
}

const inNumbers = (it, field, given, at, owner) => {
  const alone = typeof given === "string" || given instanceof Numeral || isMapping(given)
  if (!alone && !Array.isArray(given)) return refuse(it, at, it.says.list(at, owner, given))
  const part = it.table.part(field.of)
  for (const [i, one] of (alone ? [given] : given).entries()) {
    const path = alone ? at : [...at, i]
    if (one instanceof Numeral || typeof one === "boolean") refuse(it, path, it.says.wrong(path, owner, one, "编号请加引号"))
    else inPart(it, part, one, path, owner, typeof one === "string" ? "value" : undefined)
  }
}

const inValue = (it, field, given, at, owner) => {
  if (field.sort === "p") return inPart(it, it.table.part(field.of), given, at, owner, field.alone)
  const remedy = WANTS[field.sort](given, field, it)
  if (remedy) refuse(it, at, it.says.wrong(at, owner, given, remedy))
}

const standsAlone = (alone, given) => {
  if (!alone || given === null || isMapping(given)) return false
  return alone === "value" || typeof given === "string" || typeof given === "boolean" || (given instanceof Numeral && given.isWhole)
}

const inNumber = (given, remedy) => {
  if (!(given instanceof Numeral)) return remedy
  if (given.isNegative) return "金额和数量不会是负数；减少的部分请写在文字里"
  return given.digits > DIGITS || given.isHuge ? `最多 ${DIGITS} 位数字；若是编号，请加引号` : ""
}

// By the sort of a field, what would be right; nothing where it is.
const WANTS = {
  t: (given) => (typeof given !== "string" ? asText(given) : given.trim() ? "" : BLANK),
  u: (given) => (typeof given !== "string" ? asText(given) : isAddress(given) ? "" : "请写以 https:// 或 http:// 开头的完整网址"),
  n: (given) => inNumber(given, "请写数字，例如 120，不带单位、逗号和引号"),
  a: (given) => inNumber(given, "请写数字（元），例如 120000，或写 {value: 12, unit: 万元}；原文写法放在 printed"),
  b: (given, _, it) => (typeof given === "boolean" ? "" : it.table.isStroke(given) ? it.says.stroke(given) : "请写 true（是）或 false（否）"),
  d: (given, _, it) => wrongDate(it, given),
  i: (given, { key, of }) => {
    if (!(given instanceof Numeral) || !given.isWhole) return key.split("_").includes("year") ? "请写年份，例如 2026" : `请写整数，例如 ${ORDINALS.has(key) ? 1 : 3}`
    const [least, most] = of.split("-").map(Number), value = Number(given.text)
    return value < least ? `这里最小是 ${least}，请核对` : value > most ? `这里最大是 ${most}，请核对` : ""
  },
  w: (given, { of }, it) => (typeof given !== "string" ? asText(given) : it.table.words.get(of).has(given) ? "" : it.says.words(of, given)),
  h: (given, { of }, it) => (typeof given === "boolean" ? "" : typeof given === "string" && it.table.words.get(of).has(given) ? "" : held(given, of, it)),
  "=": (given, { of }) => (given === of ? "" : `请写 ${of}`),
}
const BLANK = { told: "写的是空白；没有内容时请删去这一行" }
const ORDINALS = new Set(["rank", "round", "procedure"])

// What holds or not, or is said by the one word of its list.
const HOLDS = { 成立: "true", 是: "true", 不成立: "false", 否: "false" }
const held = (given, of, it) => {
  if (Object.hasOwn(HOLDS, given)) return `请写 ${HOLDS[given]}`
  const meant = [...it.table.words.get(of)].find(([, label]) => label === given)?.[0]
  return meant ? `请写 ${meant}` : "请写 true（成立）、false（不成立）或 partly（部分成立）"
}

const asText = (given) => {
  if (isMapping(given)) return "这里要写文字；文字里有冒号的，请给整个值加引号"
  return Array.isArray(given) ? "这里要写文字，不写成列表" : "这里要写文字，请加引号"
}

const isAddress = (given) => {
  const host = ADDRESS.exec(given)?.[1].replace(/^.*@/u, "").replace(/:.*$/u, "")
  return Boolean(host) && !given.includes(" ")
}

const isYear = (it, text) => /^\d{4}$/u.test(text) && Number(text) >= it.table.years[0] && Number(text) <= it.table.years[1]

const wrongDate = (it, given) => {
  if (it.table.isStroke(given)) return it.says.stroke(given)
  const isText = typeof given === "string" || (given instanceof Numeral && given.isWhole)
  const found = isText ? DATE.exec(String(given)) : null
  if (!found || (given instanceof Numeral && !isYear(it, given.text))) return "日期请写成 2026-03-02；只知道月份写 2026-03，有钟点写 2026-03-02T10:00"
  const [, year, month, day, ...time] = found
  if (month === "00" || day === "00") return "月和日从 01 起；只知道月份写 2026-03，只知道年份写 2026"
  if (!isYear(it, year)) return `年份应在 ${it.table.years[0]} 至 ${it.table.years[1]} 之间，请核对`
  const last = new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate()
  const isDay = Number(month ?? 1) <= 12 && Number(day ?? 1) <= last
  return isDay && isHour(time) ? "" : "日历上没有这一天（或这一时刻），请核对"
}

const isHour = ([hour, minute, second = "00"]) => {
  if (hour === undefined) return true
  if (Number(minute) > 59 || Number(second) > 59) return false
  return hour < "24" || (hour === "24" && minute === "00" && second === "00")
}

// What the keys of a part must be together.
const together = (it, part, given, path, owner) => {
  const stated = (key) => given[key] !== undefined && given[key] !== null
  const many = (key) => (Array.isArray(given[key]) ? given[key].length : stated(key) ? 1 : 0)
  if (part.needs.length && !part.needs.some((key) => stated(key) && given[key] !== false)) refuse(it, path, it.says.nobody(path, owner))
  else if (part.nobody[""] && it.table.isNobody(given.printed)) refuse(it, path, it.says.wrong(path, owner, given.printed, part.nobody[""]))
  if (part.rule === "money") {
    const ways = it.table.ways.filter(stated)
    // A share, and what it comes to.
    if (ways.length > 1 && String(ways) !== String(it.table.withShare)) refuse(it, path, it.says.both(path, owner, ways))
    else if (!ways.length && !given.printed) refuse(it, path, it.says.noSum(path, owner))
  }
  if (part.rule === "source") {
    if (many("absent") && given.extent === "excerpt") refuse(it, [...path, "absent"], it.says.absent([...path, "absent"], given.absent))
    if (many("silent_on") && given.extent === "full") refuse(it, [...path, "silent_on"], it.says.silent([...path, "silent_on"], given.silent_on))
  }
  if (part.rule === "scores") scores(it, given, path, owner, many)
}

const scores = (it, given, path, owner, many) => {
  const rows = Array.isArray(given.scored) ? given.scored : stated(given.scored)
  for (const [i, row] of rows.entries()) {
    const held = (key) => (Array.isArray(row[key]) ? row[key].length : stated(row[key]).length)
    for (const [key, of] of [["by_criterion", "criteria"], ["by_judge", "judges"]]) {
      const matters = held(key) && (key === "by_criterion" || many(of))
      if (matters && held(key) !== many(of)) return refuse(it, path, it.says.scores(path, owner, i, key, held(key), of, many(of)))
    }
  }
}

const stated = (one) => (one === undefined || one === null ? [] : [one])

// Keys that have nothing behind them, unless it is said why.
const blanks = function* (inside, said, path) {
  for (const [key, value] of Array.isArray(inside) ? inside.entries() : Object.entries(inside)) {
    const at = [...path, key]
    if (isMapping(value) || Array.isArray(value)) yield* blanks(value, said, at)
    else if (value === null && !said.has(at.join("\n")) && !(key === "unit" && "length" in inside)) yield { at, sentence: `${key} 后面没有写值；没有内容时请删去这一行` }
  }
}
