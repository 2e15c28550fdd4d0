// Rows pasted from a workbook as rows of the record: by what their columns are headed, each cell by what it must hold.
// Without it such rows are listed as not used, and every field is typed by hand.

import { gather } from "./submit-gather.js"
import { strip, tens } from "./submit-words.js"

const DEEPEST = 3, LEAST = 1000, MOST = 100_000_000, LONGEST = 60, SHORTEST = 4
const UNITS = { 元: "元", 万: "万元", 万元: "万元", 亿: "亿元", 亿元: "亿元" }, YUAN = { 元: 1, 万元: 1e4, 亿元: 1e8 }
const FIGURE = /^((?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?)\s?(元|万元?|亿元?)?$/u
const DAY = /^((?:19|20)\d\d)(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u
const COUNTED = /^（(人次|人|次|个|户|小时|家|场|例|名)）$/u
const PLAIN = /^[!-~·“”‘’—…\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]+(?: [!-~·“”‘’—…\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]+)*$/u
const SEVERAL = "像是几份公告的行；一次只贴一份的", TWICE = "有几列的标题是一个意思；请只留一列再贴", NO_NEED = "没有写这张表要写的那一栏", TALL = "一个合并的格管着几行，不知道是哪一行的"
const WIDE = "这一格和旁边的列合并了，不知道说的是哪一列", NO_COLUMN = "不认识这一列", OWN = "请照公告自己填"

// `it` finds words as `openWords` does; `told` are the columns of the kind; `table` is that of the form.
export const openColumns = (it, told, table) => {
  const asked = (name, text) => it.find(`column.${name}`, text)
  const known = new Map(Object.entries(told.words).flatMap(([path, all]) => all.split(" ").map((word) => [word, path])))
  const isStroke = (text) => Boolean(asked("stroke", text))
  const folded = (said) => {
    const narrow = said.replace(/[！-～]/gu, (one) => String.fromCodePoint(one.codePointAt(0) - 0xfee0))
    const text = narrow.replace(/[([【〔]/gu, "（").replace(/[)\]】〕]/gu, "）").replace(/\s+/gu, "")
    return it.without("column.numbered", text).replace(/^[:*＊。;]+|[:*＊。;]+$/gu, "")
  }

  const readings = (text) => {
    let kept = text, unit = ""
    for (const [whole, inside] of text.matchAll(/（([^（）]*)）/gu)) {
      const found = asked("headUnit", inside), counted = COUNTED.exec(whole)
      if (found) unit = UNITS[/万元?|亿元?|元/u.exec(inside)[0]]
      else if (counted) unit = counted[1]
      if (found || counted || asked("instruction", inside)) kept = kept.replace(whole, "")
    }
    const tail = asked("tailUnit", kept)
    return [[text, ""], [kept, unit], ...(tail ? [[kept.slice(0, tail.index), tail[0].slice(1)]] : []), [kept.replace(/[（）]/gu, ""), unit]]
  }
  const sortOf = (path) => told.sorts[path]?.split(":") ?? []
  const fits = (path, unit) => !unit || (sortOf(path)[0] === "money" && Object.hasOwn(YUAN, unit)) || sortOf(path)[0] === "count"
  const heading = (said) => {
    for (const [word, unit] of readings(folded(said))) {
      const path = known.get(word)
      if (path && fits(path, unit)) return { path, unit }
    }
    return null
  }
  const beneath = (over, under) => {
    const above = heading(over)
    if (!above || sortOf(above.path)[0] !== "party") return null
    for (const [word, unit] of readings(folded(under))) {
      const path = Object.hasOwn(told.beneath, word) ? `${above.path.split(".")[0]}.${told.beneath[word]}` : ""
      if (path) return Object.hasOwn(told.sorts, path) && fits(path, unit) ? { path, unit } : null
    }
    return null
  }
  const meant = (texts) => {
    if (texts.length === 1) return heading(texts[0])
    const over = texts.slice(0, -1).join(""), under = texts.at(-1)
    return heading(over + under) ?? heading(under + over) ?? beneath(over, under) ?? (asked("neutral", folded(over)) ? heading(under) : null)
  }

  // The head of a table: where it stands, how deep it is, what each of its columns is for.
  const headAt = ({ rows, spans }, first) => {
    const own = (i) => rows[i].map((cell, at) => ({ at, cell })).filter(({ cell }) => cell[0] && !cell[1])
    const tall = Math.max(1, ...own(first).map(({ at }) => spans?.[first]?.[at]?.[1] ?? 1)), isWide = own(first).some(({ at }) => (spans?.[first]?.[at]?.[0] ?? 1) > 1)
    const depth = Math.min(DEEPEST, rows.length - first, Math.max(tall, isWide ? 2 : 1))
    const columns = rows[first].map((_, at) => {
      const texts = [...new Set(rows.slice(first, first + depth).map((row) => strip(row[at]?.[0] ?? "")).filter(Boolean))]
      const found = texts.length ? meant(texts) : null
      return { at, said: folded(texts.join("")), path: "", unit: "", ...found, isNumbering: !found && told.numbering.includes(folded(texts.at(-1) ?? "")) }
    })
    const paths = new Set(columns.map(({ path }) => path).filter(Boolean))
    return paths.size > 1 && new Set(own(first).map(({ cell }) => cell[0])).size > 1 ? { first, depth, columns } : null
  }
  const headsOf = (block) => {
    const found = []
    for (let i = 0; i < block.rows.length; i += found.at(-1)?.first === i ? found.at(-1).depth : 1) {
      const head = headAt(block, i)
      if (head) found.push(head)
    }
    return found
  }
  const unitBeside = (said) => {
    const found = new Set([...folded(said).replace(/[（）]/gu, " ").matchAll(/(?:金额)?单位[:： ]*(?:人民币)?[:： ]*(万元|亿元|元)(?![一-鿿/／])/gu)].map(([, unit]) => unit))
    return found.size === 1 ? [...found][0] : ""
  }

  // What a cell says of its key as a hand would type it; a text of why not behind `why`.
  const party = (text) => {
    if (isStroke(text) || table.isNobody(text)) return { why: "没有写机构" }
    if (asked("failed", text)) return { why: "不是机构的名称", isRow: true }
    if (asked("together", text) || asked("several", text)) return { why: "像是几家的名称：都选中的请一家一行，联合体请分别写", isRow: true }
    const plain = text.replace(/[（(][^（）()]*[)）]$/u, "")
    const isOdd = ["labelled", "beside", "hidden"].some((name) => asked(name, text)) || /\d{6}|[0-9.]+\s*(?:万元|元|分)$/u.test(text) || text.length > LONGEST
    return isOdd || plain.length < SHORTEST || !asked("organisation", plain) ? { why: "看不出是不是一个机构的全称", isRow: true } : { value: text }
  }
  const money = (text, unit) => {
    const [, figure, own] = FIGURE.exec(text) ?? [], said = own ? UNITS[own] : unit
    if (!figure) return { why: isStroke(text) ? "没有写金额" : OWN }
    const yuan = Number(figure.replaceAll(",", "")) * (YUAN[said] ?? 1)
    // Without a unit the form asks for it.
    return said && (yuan < LEAST || yuan > MOST) ? { why: `按${said}算，大小不像；${OWN}` } : yuan > 0 ? { value: figure + (said ?? "") } : { why: OWN }
  }
  const lot = (text) => {
    const said = text.replace(/[！-～]/gu, (one) => String.fromCodePoint(one.codePointAt(0) - 0xfee0))
    const found = asked("lot0", said) ?? asked("lot1", said) ?? asked("lot2", said)
    if (!found) return { why: isStroke(text) || ["不分包", "整包", "全部"].includes(text) ? "没有分包" : "看不出包号", isRow: !isStroke(text) }
    const { id, name = "" } = found.groups, plain = /^[0-9A-Z]/u.test(id) ? id : String(tens(id))
    return { value: plain, number: text === plain ? "" : text, name }
  }
  const code = (text) => {
    const isOdd = /^[0-9.]{1,40}E\+?[0-9]{1,4}$/iu.test(text) || /^\d{16,}$|^\d+\.\d+$|^['=]|[、；;，：]/u.test(text) || text.length > LONGEST
    return isStroke(text) || isOdd ? { why: isOdd ? `不像一个编号；${OWN}` : "没有写编号" } : { value: text }
  }
  const word = (list, text) => {
    const found = [...(table.words.get(list) ?? [])].find((pair) => pair.includes(text))
    return found ? { value: found[0] } : { why: "不在词表里；请自己选" }
  }
  const isDay = (text) => {
    const [year, month, date] = (DAY.exec(text) ?? []).slice(1).filter(Boolean).map(Number)
    return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  }
  const only = (pattern, text) => (pattern.test(text) ? { value: text } : { why: OWN })
  const valued = ({ path, unit }, text) => {
    const [sort, list] = sortOf(path)
    if (!PLAIN.test(text)) return { why: OWN, isRow: sort === "party" || sort === "lot" }
    if (sort === "party") return party(text)
    if (sort === "money") return money(text, unit)
    if (sort === "lot") return lot(text)
    if (sort === "code") return code(text)
    if (sort === "word") return word(list, text)
    if (sort === "day") return isDay(text) ? { value: text } : { why: isStroke(text) ? "没有写日期" : `不是日历上的一天；${OWN}` }
    if (sort === "number") return only(/^\d{1,3}(?:\.\d{1,4})?$/u, text)
    if (sort === "whole") return only(/^[1-9]\d{0,2}$/u, text)
    return sort === "text" && !isStroke(text) && path !== "title" ? { value: text } : { why: OWN }
  }

  // One row: what its cells say, and why it is none of the record.
  const rowOf = (block, head, number) => {
    const cells = head.columns.flatMap((column) => {
      const text = strip(block.rows[number][column.at]?.[0] ?? ""), [wide, tall] = block.spans?.[number]?.[column.at] ?? [1, 1]
      return text ? [{ column, text, isCopy: block.rows[number][column.at][1], isTall: tall > 1, isWide: wide > 1 }] : []
    })
    const said = cells.map((cell) => ({ ...cell, ...(!cell.column.path ? { why: NO_COLUMN } : cell.isWide ? { why: WIDE, isRow: true } : valued(cell.column, cell.text)) }))
    const of = (path) => said.find(({ column, value }) => column.path === path && value !== undefined)
    return { number, said, of, why: whyNot(head, said, of) }
  }
  const whyNot = (head, said, of) => {
    const isUndone = said.some(({ column, text }) => !column.path && told.whether.includes(column.said) && asked("undoes", text))
    if (said.some(({ isRow }) => isRow)) return said.find(({ isRow }) => isRow).why
    if (said.some(({ text, value }) => value !== undefined && heading(text))) return "这一行里写着列的标题"
    if (isUndone) return "备注的话可能说这一行不算"
    if (told.needs.length && !told.needs.some(of)) return NO_NEED
    return told.whose.includes("winners") && Number(of("winners.rank")?.value ?? 1) > 1 ? "排在第一以后的多半没有选中；选中的请自己填" : ""
  }
  // The number and name of the purchase in a row: rows that differ in them are of several notices.
  const keyOf = (head, row) => {
    const { columns } = head, name = told.names.find((one) => columns.some(({ path }) => path === one))
    const tells = columns.filter(({ path }) => path === name || path.startsWith("numbers[")).map(({ at }) => at)
    const texts = tells.map((at) => row.said.find(({ column }) => column.at === at)?.text.replace(/\s+/gu, "") ?? "").map((one) => (isStroke(one) ? "" : one))
    return { isTold: tells.length > 0, key: texts.some(Boolean) ? texts.join("\n") : "" }
  }

  const isBeside = (block, head, number) => {
    const own = block.rows[number].map((cell, at) => ({ at, text: strip(cell[0]), isCopy: cell[1] })).filter(({ text, isCopy }) => text && !isCopy)
    const texts = own.map(({ text }) => text), names = head.columns.map(({ said }) => said)
    if (!own.length || texts.slice(0, 2).some((one) => asked("total", one.replace(/\s+/gu, "")))) return true
    const wide = block.spans?.[number]?.[own[0].at]?.[0] ?? 1
    return Boolean(asked("note", texts[0].replaceAll("\n", " "))) || (own.length > 1 && texts.every((one) => names.includes(folded(one)))) || (own.length === 1 && wide >= Math.max(2, names.length - 1))
  }

  // What a pasted table fills, and what of it does not; null where its head is none of this kind.
  const read = (block, has) => {
    const heads = headsOf(block), [head] = heads
    if (heads.length !== 1 || (told.needs.length && !told.needs.some((one) => head.columns.some(({ path }) => path === one)))) return null
    const into = gather(it.bare, has), place = (number) => `${block.at}第 ${number + 1} 行`
    const leave = (number, why) => into.leave(place(number), block.rows[number].filter(([, isCopy]) => !isCopy).map(([text]) => strip(text)).filter(Boolean).join(" | "), why)
    const lines = block.rows.slice(0, head.first).map((row) => row.find(([text]) => strip(text))?.[0] ?? "")
    const unit = lines.map(unitBeside).find(Boolean) ?? ""
    lines.forEach((said, number) => said && unitBeside(said) === "" && leave(number, "表头上面的话"))
    for (const one of head.columns) {
      if (sortOf(one.path)[0] === "money") one.unit ||= unit
      one.isTwice = head.columns.some((other) => other !== one && one.path && other.path === one.path)
    }
    const rows = []
    for (let number = head.first + head.depth; number < block.rows.length; number += 1) {
      if (isBeside(block, head, number)) leave(number, "不是一行内容")
      else rows.push(rowOf(block, head, number))
    }
    const keys = rows.map((row) => keyOf(head, row)), different = new Set(keys.map(({ key }) => key).filter(Boolean))
    if (rows.length > 1 && !keys[0].isTold) leave(head.first, "这张表没有编号和名称的列：几行都当作这一份公告的，请核对")
    const isTwice = head.columns.some((one) => one.isTwice), isApart = isUnnumbered(head, rows)
    const isTorn = different.size > 0 && keys[0].isTold && !keys[0].key
    const isMany = told.isRows || head.columns.some(({ path }) => path === "lots.id")
    if (isTwice) rows.forEach(({ number }) => leave(number, TWICE))
    else if (isTorn || isApart || different.size > 1 || (rows.length > 1 && !isMany)) rows.forEach(({ number }) => leave(number, SEVERAL))
    else write(into, rows, rows.filter((row, i) => (row.why || (keys[i].isTold && !keys[i].key) ? leave(row.number, row.why || "没有编号和名称，不知道是不是这一份的") : true)), place)
    return into.done()
  }

  // Rows of one name, each in a cell of its own, without number and lot: one notice, or several?
  const isUnnumbered = (head, rows) => {
    const name = told.names.find((one) => head.columns.some(({ path }) => path === one))
    const own = rows.filter(({ said }) => said.some(({ column, isCopy }) => column.path === name && !isCopy))
    return !told.isOne && own.length > 1 && !rows.some(({ said, of }) => of("lots.id") || said.some(({ column, value }) => column.path.startsWith("numbers[") && value !== undefined))
  }

  const write = (into, every, rows, place) => {
    const places = new Map(), firsts = new Set()
    const next = (list, sign) => {
      if (!places.has(list)) places.set(list, new Map())
      const held = places.get(list)
      if (!held.has(sign)) held.set(sign, held.size)
      return held.get(sign)
    }
    for (const row of every) {
      const lot = row.of("lots.id"), at = place(row.number), again = signOf(row, lot), isFirst = !again || !firsts.has(again)
      if (again && isFirst) firsts.add(again)
      if (!rows.includes(row)) continue
      if (!isFirst) {
        into.leave(at, row.said.map(({ text }) => text).join(" | "), "和上面一行是同一家、同样的金额，不知道是一笔还是两笔")
        continue
      }
      for (const cell of row.said) put(into, { row, every, lot, at, next }, cell)
      const whose = told.whose.find((one) => row.said.some(({ column, value }) => value !== undefined && column.path.startsWith(`${one}.`)))
      if (lot && whose && told.byLot) into.put(`${whose}.${next(whose, rowSign(row, whose, lot))}.lots`, lot.value, at, lot.text)
    }
  }
  // Who is named again with the same is the same.
  const rowSign = ({ number, said }, list, lot) => {
    const own = said.filter(({ column }) => column.path.startsWith(`${list}.`))
    return told.whose.includes(list) ? JSON.stringify([...own.map(({ column, text }) => [column.path, text]), lot?.value ?? ""]) : number
  }
  // Of whom a row is, with what sum: empty where no sum stands in it.
  const signOf = ({ said }, lot) => {
    const own = said.filter(({ column }) => told.whose.includes(column.path.split(".")[0]))
    return own.some(({ column }) => sortOf(column.path)[0] === "money") ? JSON.stringify([...own.map(({ column, text }) => [column.path, text]), lot?.value ?? ""]) : ""
  }

  const put = (into, { row, every, lot, at, next }, cell) => {
    const { column, text, value, why } = cell, { path } = column, words = `${column.said}：${text}`
    if (value === undefined) return cell.isCopy || column.isNumbering ? undefined : into.leave(at, words, why)
    const [first, ...rest] = path.split("."), [, list, role] = /^([a-z_]+)\[([a-z-]+)\]$/u.exec(first) ?? []
    if (list) {
      const n = next(list, role)
      into.put(`${list}.${n}.role`, role, at, words)
      return into.put(`${list}.${n}.${rest.join(".")}`, value, at, words)
    }
    if (!rest.length && lot && told.ofLots.includes(path)) return ofLot(into, { every, lot, at, next }, cell, words)
    const isRow = first === "lots" || told.whose.includes(first) || first === "items"
    if (isRow && cell.isTall && sortOf(path)[0] !== "lot" && sortOf(path)[0] !== "party") return into.leave(at, words, TALL)
    const texts = new Set(every.flatMap(({ said }) => said.filter((one) => one.column === column).map((one) => one.text)))
    if (!isRow) return texts.size > 1 ? into.leave(at, words, "几行写得不一样") : into.put(path, value, at, words)
    const n = next(first, first === "lots" ? (lot?.value ?? row.number) : rowSign(row, first, lot))
    into.put(`${first}.${n}.${rest.join(".")}`, value, at, words)
    if (path !== "lots.id") return undefined
    if (cell.number) into.put(`lots.${n}.number`, cell.number, at, words)
    return cell.name ? into.put(`lots.${n}.name`, cell.name, at, words) : undefined
  }
  // A sum in the row of a lot is of that lot, unless all rows say the same.
  const ofLot = (into, { every, lot, at, next }, cell, words) => {
    const all = every.map((row) => row.of(cell.column.path)).filter(Boolean), isAlike = all.length > 1 && all.every(({ value }) => value === cell.value)
    if (isAlike || cell.isTall) return into.leave(at, words, "每一包写的都一样或者合并了，不知道是一共这么多，还是每包这么多")
    return into.put(`lots.${next("lots", lot.value)}.${cell.column.path}`, cell.value, at, words)
  }
  return { read }
}
