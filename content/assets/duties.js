// Says the state of every duty and of every bar when the page is read, in Shanghai time.
// Without it the page shows the dates and the state of the day it was built; the same words stand there already,
// so that nothing moves when it runs.

import { shanghai } from "./windows.js"

export const WORDS = {
  kept: "按期", late: "晚于期限", due: "未到期限", overdue: "到期未见",
  upcoming: "还不到时候", unlimited: "没有写明天数", unknown: "不能判断",
}

// In running text a last day that has passed is said to have passed.
const IN_TEXT = { ...WORDS, overdue: "已过期限、到期未见" }

export const dutyState = ({ fixed, due, since }, day) => {
  if (fixed) return fixed
  if (due) return day <= due ? "due" : "overdue"
  return since && day <= since ? "upcoming" : "unlimited"
}

export const spanState = ({ since, until }, day) => {
  if (since && day < since) return "尚未开始"
  if (until && day > until) return since ? "已经期满" : "已经到期"
  return since && until ? "在期限内" : ""
}

export const renewDuties = (root, now) => {
  const [day] = shanghai(now)
  for (const node of root.querySelectorAll("[data-part=duty]")) {
    const state = dutyState(node.dataset, node.dataset.today || day)
    const say = node.querySelector("[data-say]")
    say.textContent = WORDS[state]
    say.className = `p-badge--${state}`
  }
  for (const node of root.querySelectorAll("[data-part=duty-brief]")) {
    node.textContent = IN_TEXT[dutyState(node.dataset, node.dataset.today || day)]
  }
  renewOwed(root)
  for (const node of root.querySelectorAll("[data-part=span]")) {
    const says = spanState(node.dataset, node.dataset.today || day)
    node.querySelector("[data-say]").textContent = says && `（${says}）`
  }
}

// The status box names how many are overdue as the duties themselves now say.
const renewOwed = (root) => {
  const owed = root.querySelector("[data-part=owed]")
  if (!owed) return
  const count = root.querySelectorAll("[data-part=duty] .p-badge--overdue").length
  owed.hidden = count === 0
  owed.querySelector("[data-say]").textContent = count
  if (!root.querySelector("[data-part=duty][data-today]")) owed.querySelector("[data-as-of]").textContent = ""
}
