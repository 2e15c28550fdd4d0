// Where a record stands, and how it gets there: its file, and the page of the repository that makes a new one.
// Without it the address to send it to stands on the page.

const PROJECT = /(?:^|\/)(\d{6})-(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/|#|$)/u
const SLUG = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u
const DATES = ["published", "signed_off", "reprinted", "occurred"]
// Hosts refuse longer addresses, and encode them once more for whoever has to sign in first.
const LONGEST = 7000

// The day that names the file: the nearest to the notice that it states itself.
const dayOf = (it, document) => {
  const own = [...it.table.part(it.table.kinds[document.kind]).fields.values()].filter(({ sort }) => sort === "d").map(({ key }) => key)
  const key = [...DATES, ...own].find((one) => own.includes(one) && document[one] !== undefined)
  return key ? String(document[key].value ?? document[key]).slice(0, 10) : "undated"
}

const LIVING = { party: "parties", jurisdiction: "jurisdictions" }

// The path of the file, or what is still to be said.
export const placeOf = (it, draft, document) => (LIVING[draft.kind] ? living(draft, document) : dated(draft, dayOf(it, document)))

const living = ({ kind, where: { division = "", id = "" } }, document) => {
  const name = (kind === "party" ? id : division).trim()
  if (!/^[A-Za-z0-9-]{1,100}$/u.test(name)) return { wrong: "标识只用字母、数字和连字符，例如 yunxi-shegong" }
  return { path: `data/${LIVING[kind]}/${name}.yml`, division: document.division ?? name }
}

const dated = ({ kind, where: { how, project = "", division = "", slug = "" } }, day) => {
  const name = kind === "project" ? "project.yml" : `${day}-${kind}.yml`, isUndated = day === "undated" && kind !== "project"
  if (how === "project") {
    const found = PROJECT.exec(project.trim())
    return found ? { path: `data/projects/${found[1]}/${found[2]}/${found[3]}/${name}`, division: found[1], isUndated } : { wrong: "请写项目在本站的网址或者标识，例如 420103-2026-shequ-yanglao" }
  }
  const at = division.trim(), year = /^\d{4}/u.exec(day)?.[0] ?? "0000"
  if (!/^\d{6}$/u.test(at)) return { wrong: "地区请写六位行政区划代码，例如 420103；不知道的写 000000" }
  if (how === "alone") return { path: `data/notices/${at}/${year}/${name}`, division: at, isUndated }
  if (!SLUG.test(slug.trim())) return { wrong: "文件夹名自己起，只用小写字母、数字和连字符，例如 shequ-yanglao" }
  return { path: `data/projects/${at}/${year}/${slug.trim()}/${name}`, division: at, begins: kind !== "project", isUndated }
}

// Addresses of the host: the empty new file of that name, and the same filled in where that is short enough.
export const linksOf = ({ kind, repository, branch }, path, text) => {
  if (!repository) return {}
  const at = kind === "github" ? `${repository}/new/${encodeURIComponent(branch)}?filename=` : kind === "gitea" ? `${repository}/_new/${encodeURIComponent(branch)}/?filename=` : ""
  if (!at) return { open: repository }
  const open = `${at}${encodeURIComponent(path)}`, filled = `${open}&value=${encodeURIComponent(text)}`
  return { open, ...(filled.length < LONGEST ? { filled } : {}) }
}
