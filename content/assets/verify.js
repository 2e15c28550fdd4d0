// Hashes what is published of a record in the browser, and compares it with the manifest and with a printed version.
// Without it the page tells how a copy is checked by other means.

import { make } from "./make.js"

const ID = /^[a-z0-9-]{1,200}$/u
// Where a copy lists no record at all, no number is to blame.
const RECORD = /  api\/v1\/(?:projects|notices)\/(?!index\.)[a-z0-9-]+\.json$/mu
const HASH = /^[0-9a-f]{12,64}$/u

export const verify = async (form) => {
  const out = document.querySelector("[data-part=verified]")
  const root = new URL("../", location)
  const given = new URLSearchParams(location.search)
  for (const name of ["p", "h"]) form.elements[name].value = given.get(name) ?? ""
  form.hidden = false
  out.replaceChildren()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`)
    tell(form, out, root)
  })
  if (given.get("p")) await tell(form, out, root)
}

const tell = async (form, out, root) => {
  const id = form.elements.p.value.trim(), hash = form.elements.h.value.trim().toLowerCase()
  out.replaceChildren(make("p", "p-quiet", "正在核对……"))
  const lines = await found(id, hash, root).catch(() => [[null, "没有取到要核对的文件；请检查网络，再试一次。"]])
  out.replaceChildren(make("ul", "p-proofs", ...lines.map(said)))
}

// Each line: whether it agrees (null where nobody can tell), what is said, where it leads.
const found = async (id, hash, root) => {
  if (!ID.test(id)) return [[null, "请写记录编号：打印件上地址的最后一段，由小写字母、数字和连字符组成。"]]
  if (!globalThis.crypto?.subtle) return [[null, "浏览器只在 https 的网页里算哈希；请用下面的办法核对。"]]
  const manifest = await fetched(new URL("manifest.txt", root))
  const text = new TextDecoder().decode(manifest)
  const listed = lineOf(text, id)
  if (!listed) return [[null, hasRecords(text) ? `清单里没有 ${id} 这条记录；请检查编号。` : "这份副本没有带记录数据，不能核对；请用下面的办法。"]]
  const data = await fetched(new URL(listed.path, root))
  const same = (await sha(data)) === listed.sha
  const record = JSON.parse(new TextDecoder().decode(data))
  const now = await sealOf(record)
  return [
    [same, same ? `记录的数据和清单一致（${listed.path}）` : `记录的数据和清单不一致（${listed.path}）：文件在传送中或者在主机上变了`, new URL(listed.path, root)],
    ...compared(now, hash),
    [null, `清单的总哈希：${await sha(manifest)}；可以和代码仓库 editions 分支里记下的对照`],
  ]
}

const compared = (now, hash) => {
  if (!hash) return [[null, `记录现在的版本：${now}`]]
  if (!HASH.test(hash)) return [[null, `“${hash.slice(0, 64)}”不是版本；版本是 12 到 64 位的 0–9、a–f。记录现在的版本：${now}`]]
  const same = now.startsWith(hash)
  return [[same, same ? `打印件和网站上现在的记录是同一版（${now}）` : `打印件是另一版：打印件上是 ${hash}，网站上现在是 ${now}；记录后来改过，改了什么见它的修改历史`]]
}

const hasRecords = (manifest) => manifest.includes("  api/v1/projects/")

const lineOf = (manifest, id) => {
  const paths = [`api/v1/projects/${id}.json`, `api/v1/notices/${id}.json`]
  const line = manifest.split("\n").find((one) => paths.includes(one.slice(66)))
  return line && { sha: line.slice(0, 64), path: line.slice(66) }
}

// The hash of what `sha256sum` prints of the files of a project, by name; of a notice alone that of its file.
const sealOf = async (record) => {
  if (!record.notices) return record.sha256
  const files = new Map([record, ...record.notices].filter(({ file }) => file).map(({ file, sha256 }) => [file, sha256]))
  const lines = [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([file, hash]) => `${hash}  ${file.split("/").at(-1)}\n`)
  return sha(new TextEncoder().encode(lines.join("")))
}

const fetched = async (address) => {
  const answer = await fetch(address, { cache: "no-store" })
  if (!answer.ok) throw new Error(address)
  return answer.arrayBuffer()
}

const sha = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((one) => one.toString(16).padStart(2, "0")).join("")

const said = ([agrees, text, href]) => {
  const mark = agrees === null ? "p-quiet" : agrees ? "p-good" : "p-bad"
  const line = make("li", mark, agrees === null ? "" : agrees ? "✓ 一致：" : "✕ 不一致：", text)
  if (href) {
    const link = make("a", "", "打开")
    link.href = href
    line.append(" ", link)
  }
  return line
}
