// What a record is made of in a browser: texts, yes and no, lists, mappings, and numbers as they are written.
// Without it the form does not run, and the page says what to do instead.

// 3 and 3.0 are one number to a script and two to the reader; a sum is carried and never worked on.
export class Numeral {
  constructor(text) {
    this.text = text
  }

  get isWhole() {
    return /^-?\d+$/u.test(this.text)
  }

  get isNegative() {
    return Number(this.text) < 0
  }

  get isHuge() {
    return Number(this.text) >= 1e15
  }

  // How many digits the number has, as the reader counts them: none in front, all behind.
  get digits() {
    const value = Number(this.text)
    const said = this.isWhole ? String(BigInt(this.text)) : Number.isInteger(value) ? `${value}.0` : String(value)
    return said.replace(/[-.]/gu, "").replace(/e.*$/u, "").replace(/^0+(?=\d)/u, "").length
  }

  toString() {
    return this.text
  }
}

export const isMapping = (given) => typeof given === "object" && given !== null && !Array.isArray(given) && !(given instanceof Numeral)
