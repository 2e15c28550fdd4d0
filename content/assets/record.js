// What the page of a record says of a letter: whom it goes to, and until when.
// Without it a letter keeps its blanks, to be filled in by hand.

const ID = /^[a-z0-9-]+$/u
const NAMES = ["kind", "notice", "ends"]

// A link may name the record, the notice, the letter and its last day; none is believed that the record does not say.
export const recordOf = async (asked, root) => {
  const id = asked.get("page") ?? ""
  if (!ID.test(id)) return null
  const address = new URL(`projects/${id}/`, root)
  const answer = await fetch(address).catch(() => null)
  if (!answer?.ok) return null
  return saidBy(new DOMParser().parseFromString(await answer.text(), "text/html"), asked, address.href)
}

const saidBy = (page, asked, address) => {
  const record = page.querySelector("[data-part=record]")
  if (!record) return null
  const links = [...record.querySelectorAll("[data-part=letter-link]")]
  const meant = links.filter(({ dataset }) => NAMES.every((name) => !asked.has(name) || dataset[name] === asked.get(name)))
  // Where several are meant, none is: a wrong day is worse than a blank.
  const { to = "", ends = "" } = meant.length === 1 ? meant[0].dataset : {}
  return { address, title: record.querySelector("h1").textContent, number: record.dataset.number, to, ends }
}
