// Says above a page that the site has not been made anew for days: a nightly run that somebody
// or something has switched off tells nobody else.
// Without it the foot of the page says on which day the site was made.

import { make } from "./make.js"
import { shanghai } from "./windows.js"

const QUIET = 3
const DAY = 86_400_000

export const tellStale = (root, now) => {
  const built = root.querySelector("[data-part=built]")
  if (!built) return
  const days = Math.round((Date.parse(shanghai(now)[0]) - Date.parse(built.dataset.on)) / DAY)
  if (!(days > QUIET)) return
  const day = built.querySelector("time").textContent
  const says = `本站已有 ${days} 天没有更新（生成于${day}）。其间新的公告还没有收录，请以发布公告的网站为准。`
  const note = make("p", "p-stale", says)
  note.setAttribute("role", "note")
  root.querySelector("main article").prepend(note)
}
