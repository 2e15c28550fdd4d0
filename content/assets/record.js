// What the page of a record says of a letter: whom it goes to, and until when.
// Without it a letter keeps its blanks, to be filled in by hand.

const ID = /^[a-z0-9-]+$/u
const PATH = /^(?:[A-Za-z0-9-]+\/){0,4}$/u
const NAMES = ["notice", "ends"]

// A link may name the record, the notice, the letter and its last day; none is believed that the record does not say.
export const recordOf = async (asked, root) => {
  const address = addressOf(asked, root)
  const answer = address && (await fetch(address).catch(() => null))
  if (!answer?.ok) return null
  return saidBy(new DOMParser().parseFromString(await answer.text(), "text/html"), asked, address.href)
}

// A letter to this site may be about any page of it, another only about a project.
const addressOf = (asked, root) => {
  const [id, at] = [asked.get("page") ?? "", asked.get("at") ?? ""]
  if (ID.test(id)) return new URL(`projects/${id}/`, root)
  return asked.has("at") && PATH.test(at) ? new URL(at, root) : null
}

const saidBy = (page, asked, address) => {
  const record = page.querySelector("[data-part=record]") ?? (asked.has("at") ? page.querySelector("article, #main") : null)
  if (!record) return null
  const { number = "", fictional } = record.dataset
  const links = asked.has("at") ? [] : [...record.querySelectorAll("[data-part=letter-link]")]
  const letters = lettersOf(links, asked)
  // Of several rounds each has a number of its own: the notice that is named says which.
  const own = links.find(({ dataset }) => asked.has("notice") && dataset.notice === asked.get("notice"))?.dataset.number
  return { address, title: record.querySelector("h1")?.textContent ?? "", number: own || number, invented: fictional !== undefined, letters }
}

// Where several of a kind are meant, none is: a wrong day is worse than a blank.
const lettersOf = (links, asked) => {
  const found = {}
  const meant = links.filter((link) => means(link, asked))
  for (const { dataset } of meant) found[dataset.kind] = dataset.kind in found ? {} : letterBy(dataset)
  // Both go to the finance department of the level of the purchaser.
  if (found.report) found.complaint ??= { to: found.report.to, where: found.report.where }
  return { ...found, ...challengesOf(links, found.challenge) }
}

const letterBy = ({ to = "", where = "", ends = "", told = "", stood = "", source = "", about = "", how = "" }) =>
  ({ to, where, ends, told, stood, source, about, how })

// Documents and result of one purchase are challenged by days of their own.
const challengesOf = (links, meant) => {
  const found = {}
  if (!meant) return found
  for (const { dataset } of links.filter((link) => link.dataset.kind === "challenge")) {
    const name = `challenge ${dataset.about ?? ""}`
    found[name] = name in found ? {} : letterBy(dataset)
  }
  return meant.about ? { ...found, [`challenge ${meant.about}`]: meant } : found
}

// The letter of a kind; what nobody said to be challenged has no day, though it goes to the same body.
export const letterOf = (record, kind, about) => {
  const letters = record?.letters ?? {}
  if (kind !== "challenge") return letters[kind] ?? {}
  const { to, where, how } = letters.challenge ?? {}
  return (about && letters[`challenge ${about}`]) || { to, where, how }
}

const means = ({ dataset }, asked) =>
  dataset.kind !== asked.get("kind") || NAMES.every((name) => !asked.has(name) || (dataset[name] ?? "") === asked.get(name))
