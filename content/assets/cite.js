// How a page is cited, with the day it is read, and a button that copies it.
// Without it the sentence stands there to be copied by hand, and the day is left blank.

export const readyCite = (root, now) => {
  const sentence = root.querySelector("[data-part=cite]")
  if (!sentence) return
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" }).format(now)
  const [year, month, date] = day.split("-").map(Number)
  sentence.querySelector("[data-part=read-on]").textContent = `${year}年${month}月${date}日`
  const button = root.querySelector("[data-part=copy-cite]")
  button.hidden = false
  button.addEventListener("click", async () => {
    root.querySelector("[data-part=cite-done]").textContent = await copied(sentence, sentence.textContent.replace(/\s+/gu, " ").trim())
  })
}

export const copied = async (part, text) => {
  try {
    await navigator.clipboard.writeText(text)
    return "已复制"
  } catch {
    // Where the clipboard is not given, as over plain http: the words are chosen, one key copies them.
    getSelection().selectAllChildren(part)
    return "浏览器不让网页复制；文字已经选中，请按 Ctrl+C（手机上长按）"
  }
}
