// The compiled model of a kind of record: its parts, their fields, the words they may hold, what these are called.
// Without it the form does not run, and the page says what to do instead.

const FIELD = /^(\S+) (!?)(\??)([*2]?)([a-z=])([^~ ]*)(?:~([a-z]+))? (.*)$/u
// What every part may hold.
const NOTE = "note ?t 说明"

const fieldOf = (text) => {
  const [, key, needed, optional, times, sort, of, shown = "", label] = FIELD.exec(text)
  const [name, alone] = of.split(":")
  return { key, isNeeded: needed !== "", isOptional: optional !== "", times, sort, of: name, alone, shown, label }
}

const wordOf = (text) => {
  const [word, label = word] = text.split(" ")
  return [word, label]
}

export const openTable = (given) => {
  const held = new Map()
  const part = (name) => {
    if (!held.has(name)) {
      const { is = [], of = "", needs = [], rule = "", adds = [], whole = [], nobody = {}, as = {} } = given.parts[name]
      const bases = is.map(part)
      const fields = new Map(bases.flatMap((base) => [...base.fields]))
      for (const one of [...of.split(";").filter(Boolean), NOTE].map(fieldOf)) fields.set(one.key, one)
      for (const [key, label] of Object.entries(as)) if (fields.has(key)) fields.set(key, { ...fields.get(key), label })
      const both = (key, own) => [...bases.flatMap((base) => base[key]), ...own]
      held.set(name, { name, fields, needs: both("needs", needs), rule, adds: both("adds", adds), whole: both("whole", whole), nobody: Object.assign({}, ...bases.map((base) => base.nobody), nobody) })
    }
    return held.get(name)
  }
  const [isNobody, isStroke] = [given.nobody, given.stroke].map(([source, flags]) => {
    const pattern = new RegExp(source, flags)
    return (one) => typeof one === "string" && pattern.test(one)
  })
  return { ...given, part, isNobody, isStroke, words: new Map(Object.entries(given.words).map(([name, all]) => [name, new Map(all.map(wordOf))])) }
}

// The table of a kind with its second half: what is not asked at first.
export const wholeOf = (first, rest) => ({ ...first, parts: { ...first.parts, ...rest.parts }, words: { ...first.words, ...rest.words } })

// What a key is called where it stands.
export const labelOf = (table, owner, key) => (Object.hasOwn(table.parts, owner ?? "") ? table.part(owner).fields.get(key)?.label : undefined)
