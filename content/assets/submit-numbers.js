// What the digits of a number prove, asked as the check asks it: check digits, days, shapes.
// Without it numbers of persons are found by the check alone.

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY", CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ISSUED = /^(?:4|5[1-5]|35)/u

// The signs on both sides of a place, as `length` of Python's text counts them.
const before = ({ text, start }, length) => text.slice(Math.max(0, start - length), start).split("\n").at(-1)
const after = ({ text, end }, length) => text.slice(end, end + length)
const bare = (number) => [...number.toUpperCase().replaceAll("×", "X").matchAll(/[\dX]/gu)].join("")
const groupsOf = (number) => number.match(/\d+/gu) ?? []

export const isCreditCode = (code) => {
  if (code.length !== 18 || [...code].some((one) => !CODE.includes(one))) return false
  const total = CODE_WEIGHTS.reduce((sum, weight, i) => sum + CODE.indexOf(code[i]) * weight, 0)
  return code[17] === CODE[(31 - (total % 31)) % 31]
}

const isDay = (digits) => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number)
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const checks = (number) => "10X98765432"[WEIGHTS.reduce((sum, weight, i) => sum + Number(number[i]) * weight, 0) % 11] === number[17]

const luhn = (number) => {
  const total = [...number].reverse().reduce((sum, digit, i) => sum + (i % 2 ? Number(digit) * 2 - (digit > "4" ? 9 : 0) : Number(digit)), 0)
  return total % 10 === 0
}

// The numbers of thirteen to nineteen digits that begin the run and end with a group.
const headsOf = (run) => {
  let groups = groupsOf(run)
  if (Math.max(...groups.map((one) => one.length)) > 1) {
    const short = groups.findIndex((one) => one.length < 3)
    groups = short < 0 ? groups : groups.slice(0, short + 1)
  }
  let head = ""
  return groups.map((one) => (head += one)).filter((one) => one.length >= 13 && one.length <= 19)
}

export const openNumbers = ({ cues, shapes, provinces }) => {
  const cue = Object.fromEntries(Object.entries(cues).map(([name, [source, flags]]) => [name, new RegExp(source, flags)]))
  const known = new Set(provinces), shaped = new Set(shapes.map(String))
  const starts = (name, text) => cue[name].exec(text)?.index === 0
  const isProvince = (number) => known.has(number.slice(0, 2))
  const isIssued = (number) => {
    if (number.startsWith("62")) return number.length >= 16 && !/^620[1-9]\d\d(?:19|20)/u.test(number)
    if (number.startsWith("9559")) return number.length === 19
    return number.length === 16 && !(isProvince(number) && /^\d{4,6}(?:19|20)\d\d/u.test(number)) && ISSUED.test(number)
  }
  const isCalledIdentity = (it) => {
    if (cue.address.test(before(it, 300))) return cue.asked.test(before(it, 24))
    return cue.identity.test(before(it, 24)) || starts("after", after(it, 12))
  }
  const isOther = (it) => cue.address.test(before(it, 300)) || cue.reference.test(before(it, 16)) || cue.sum.test(before(it, 16)) || starts("unit", after(it, 6))
  const endsWell = (it) => {
    if (cue.tax.test(before(it, 16)) && /^[\dL]\d(?!\d)/u.test(after(it, 3))) return true
    return /^(?:[1-7][1-4](?:[Bb]\d)?)?(?!\d)/u.test(after(it, 5))
  }
  // A sum and the year of the next one: in a table, or as the key of the next line.
  const isBeforeAYear = (number, it) => (/^["']?:\s/u.test(after(it, 3)) ? /\d[\s'"]{1,3}20[0-4]\d$/u : /\d\s+[/|]\s+20[0-4]\d$/u).test(number)
  const beginsWell = (it, called) => {
    const lead = before(it, 12)
    if (/(?:^|\D)(?:\+?0{0,2}86|0)[\s)）-]{0,2}$/u.test(lead)) return true
    const tight = cue.letters.exec(lead)?.[0]
    if (!tight) return true
    return !/\d$/u.test(tight) && (called || cue.calls.exec(tight.toLowerCase())?.[0] === tight.toLowerCase())
  }
  const HOLDS = {
    "": () => true,
    identity: (it) => {
      const number = bare(it.found)
      if (/\d/u.test(before(it, 1)) || !endsWell(it)) return false
      if (isProvince(number) && isDay(number.slice(6, 14)) && checks(number)) return true
      return isCalledIdentity(it) && (!before(it, 24).includes("代码") || !isCreditCode(number))
    },
    born: ({ found }) => found.length === 18 && isProvince(found) && Number(found.slice(6, 10)) >= 1900 && Number(found.slice(6, 10)) <= 2100,
    plain: (it) => !starts("unit", after(it, 6)) && !cue.notCalled.test(it.groups.lead),
    old_identity: (it) => {
      const number = bare(it.found)
      if (/^[\d.]/u.test(before(it, 1)) || !isProvince(number) || !isDay(`19${number.slice(6, 12)}`)) return false
      if (isCalledIdentity(it)) return true
      if (number.startsWith("99")) return false
      const shape = String(groupsOf(it.found).map((one) => one.length))
      return (["15", "6,6,3", "6,9"].includes(shape) || it.found.includes("\v")) && !isOther(it)
    },
    mobile: (it) => {
      const number = it.found.replace(/[OoОо]/gu, "0")
      if (number !== it.found && /^[A-Za-z0-9]/u.test(after(it, 1))) return false
      const called = cue.phone.test(before(it, 24))
      if (!beginsWell(it, called) || /^\d/u.test(after(it, 1))) return false
      if (called) return !/^(?:\.\d|\s?[（(]?(?:元|(?:万|亿)(?![一-鿿]{1,2}[）)])|%))/u.test(after(it, 6))
      const groups = groupsOf(number), shape = String(groups.map((one) => one.length))
      const broken = number.includes("\v") && groups.length < 4
      if (!(broken || shaped.has(shape)) || /^[-_]\d/u.test(after(it, 2))) return false
      if (shape === "7,4" && isBeforeAYear(number, it)) return false
      if (starts("years", bare(number)) && shape !== "3,4,4") return false
      return !isOther(it)
    },
    card: (it) => !isOther(it) && !/^[0-9._-]/u.test(before(it, 1)) && headsOf(it.found).some((one) => luhn(one) && isIssued(one)),
    account: (it) => {
      if (cue.notNumber.test(it.groups.lead) || starts("unit", after(it, 6))) return false
      return bare(it.found).length >= 16 || !cue.noAccount.test(it.text.slice(Math.max(0, it.whole - 10), it.whole))
    },
    paper: (it) => (it.found.match(/\d/gu) ?? []).length >= 5 && !(/^(?:(?:19|20)\d\d-\d\d?-\d\d?|12\d{3})$/u.test(it.found) || /^\s?[年元人个本张件万]/u.test(after(it, 2))),
    messenger: (it) => {
      const around = it.text.slice(Math.max(0, it.whole - 8), it.wholeEnd + 8)
      if (around.includes("公众号") || around.includes("小程序")) return false
      return /[\d_]/u.test(it.found) || /[号:：]|ID/u.test(it.groups.called)
    },
    network: (it) => !/官方|中心|机构|单位|项目|平台|宣传|普法|街道|社区|直播带货/u.test(before(it, 20)),
    plate: (it) => {
      const numbered = /编号[“"：: ]{0,3}$/u.test(before(it, 8)) || after(it, 1) === "号"
      const valued = before(it, 12).endsWith("- value：") && /^["']?,?\n?role：/u.test(after(it, 12))
      return (it.found.match(/\d/gu) ?? []).length >= 3 && !(numbered || valued)
    },
  }
  return { holds: (name, it) => HOLDS[name](it), cue }
}
