// Reads days and sums as a notice prints them: 2026年3月2日, 46.8万元, 约3000元.
// Without it they are written as the guide shows.

const LONGEST = 60
const UNITS = { "": "", 元: "元", 万: "万元", 万元: "万元", 亿: "亿元", 亿元: "亿元" }
const BOUNDS = {
  about: ["约", "大约", "近", "余", "多", "余元", "多元", "左右", "上下"],
  at_most: ["不超过", "不高于", "不多于", "至多", "最多", "最高", "以内", "以下"],
  at_least: ["不少于", "不低于", "至少", "最少", "最低", "以上"],
}

const NUMERALS = "〇○零一二三四五六七八九"

// What a keyboard for Chinese writes wide.
export const narrow = (text) => text.replace(/[０-９．％－／：～]/gu, (one) => String.fromCodePoint(one.codePointAt(0) - 0xfee0))
const short = (text) => (text.length <= LONGEST ? narrow(text).split(/\s+/u).filter(Boolean).join(" ") : "")
const digits = (text) => (text ?? "").replace(/[,，]/gu, "")

const ones = (numeral) => Math.max(0, NUMERALS.indexOf(numeral) - 2)
// 十六 → 16; 二三 is no number.
const tens = (numeral) => {
  const [before, after] = numeral.split("十")
  if (after === undefined) return numeral.length === 1 ? ones(numeral) : NaN
  return (before ? ones(before) : 1) * 10 + (after ? ones(after) : 0)
}

// 二〇二六年三月二日
const inNumerals = ({ year, month, day }) => {
  const rest = [month, day].filter(Boolean).map(tens)
  return rest.includes(NaN) ? null : [[...year].map(ones).join(""), ...rest.map((one) => String(one).padStart(2, "0"))].join("-")
}

export const openSpelt = ({ spelt }) => {
  const pattern = Object.fromEntries(Object.entries(spelt).map(([name, [source, flags]]) => [name, new RegExp(source, flags)]))

  // A day as a record writes it; the text itself where it is none.
  const day = (text) => {
    const said = short(text)
    const together = pattern.together.exec(said)
    if (together) return together[0].replace(/(\d{4})(\d\d)(\d\d)/u, "$1-$2-$3")
    const numerals = pattern.numerals.exec(said)?.groups
    if (numerals) return inNumerals(numerals) ?? text
    const found = pattern.day.exec(said)?.groups
    if (!found || (found.hour && !found.day)) return text
    const date = [found.year, found.month, found.day].filter(Boolean).map((one) => one.padStart(2, "0")).join("-")
    if (!found.hour) return date
    const hour = Number(found.hour) + (found.half === "下午" && Number(found.hour) < 12 ? 12 : 0)
    return `${date}T${String(hour).padStart(2, "0")}:${(found.minute ?? "0").padStart(2, "0")}`
  }

  // A figure in words: its number, the last of a range, its unit, and which bound it is.
  const figure = (text) => {
    const said = short(text), found = pattern.figure.exec(said)?.groups
    if (!found) return null
    const signs = [found.before, found.about, found.after].filter(Boolean)
    const bound = signs.length ? Object.keys(BOUNDS).find((key) => signs.every((one) => BOUNDS[key].includes(one))) : ""
    const middle = found.middle || "", last = digits(found.last), first = digits(found.first)
    if (bound === undefined || (last && bound) || (middle && middle !== found.unit)) return null
    if (last && Number(first) >= Number(last)) return null
    return { first, last, unit: found.unit + ((found.after ?? "").endsWith("元") ? "元" : ""), bound }
  }

  // A sum: its unit is empty where the text has none, which nobody guesses; null for no sum.
  const money = (text) => {
    const price = pattern.price.exec(short(text))?.groups
    if (price) return { way: "unit_price", first: digits(price.price), unit: price.scale, per: price.per ?? price.each }
    const said = figure(text)
    if (!said || !Object.hasOwn(UNITS, said.unit)) return null
    return { way: said.last ? "between" : said.bound || "value", first: said.first, last: said.last, unit: UNITS[said.unit] }
  }
  return { day, figure, money }
}
