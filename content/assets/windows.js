// Says the state of every window when the page is read, in Shanghai time.
// Without it the page shows the dates and the day it was built.

const SHANGHAI = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" })

export const shanghai = (now) => SHANGHAI.format(now).split(" ")

export const renewWindows = (root, now) => {
  const [day, time] = shanghai(now)
  for (const node of root.querySelectorAll("[data-part=window]")) renew(node, day, time)
  for (const list of root.querySelectorAll("[data-part=openings], [data-part=opened]")) dropClosed(list)
}

// Where the days are counted, `until` is safe by any count and `last` the last by the text's own.
export const stateOf = ({ since, until, last = until, time, days }, day, clock) => {
  if (since && day < since) return { open: false, over: false, says: "尚未开始" }
  if (day > last || (day === last && time && clock >= time)) return { open: false, over: true, says: "已经结束" }
  if (day > until) return { open: true, over: false, says: "稳妥的日子已过" }
  if (day === until) return { open: true, over: false, says: last > until ? "今天是稳妥的最后一天" : "今天是最后一天" }
  if (!days) return { open: true, over: false, says: "进行中" }
  const left = days.split(" ").filter((one) => one > day && one <= until).length
  return { open: true, over: false, says: `还剩 ${left} 个工作日` }
}

// Until when, "2026-12-08" or "2026-12-08 09:30", and from which day, as the columns hold it.
export const isOpenAt = (until, since, day, clock) => stateOf({ since, until: until.slice(0, 10), time: until.slice(11) }, day, clock).open

// 2026年12月8日（周二）09:30
export const dayWords = (until) => {
  const on = new Date(until.slice(0, 10))
  return `${on.getUTCFullYear()}年${on.getUTCMonth() + 1}月${on.getUTCDate()}日（周${"日一二三四五六"[on.getUTCDay()]}）${until.slice(11)}`
}

const renew = (node, day, time) => {
  const { today } = node.dataset
  const state = stateOf(node.dataset, today || day, today ? "00:00" : time)
  // What is invented has a day of its own, which is never called today.
  node.querySelector("[data-say]").textContent = today ? state.says.replace("今天", "演示日") : state.says
  if (!today) node.querySelector("[data-as-of]").textContent = ""
  node.classList.toggle("p-window--open", state.open)
  node.dataset.over = state.over
}

const dropClosed = (list) => {
  for (const row of list.children) row.hidden = row.querySelector("[data-over=true]") !== null
  const left = [...list.children].some((row) => !row.hidden)
  if (list.nextElementSibling?.classList.contains("p-empty")) list.nextElementSibling.hidden = left
}
