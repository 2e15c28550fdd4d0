// Fills a letter in the page and prints it. Nothing is sent or kept.

const KINDS = {
  objection: {
    name: "异议书",
    who: "任何供应商、单位、个人；交给采购人或代理机构，公示期内，书面（第三十九条本站未核对原文）",
    opening: ({ project }) => `贵单位公示的${project}拟采用单一来源采购方式。依据《政府采购非招标采购方式管理办法》第三十九条，现于公示期内提出异议：`,
    ask: "请依据《政府采购非招标采购方式管理办法》第四十条组织补充论证，并将结论告知我（单位）。",
  },
  opinion: {
    name: "意见",
    who: "任何人；只用于公开征求意见的采购需求，交给公告写的部门",
    opening: ({ project }) => `贵单位就${project}的采购需求征求公众意见（《政府采购法实施条例》第十五条），现提出意见如下：`,
    ask: "请研究采纳，并公布采纳的情况。",
  },
  challenge: {
    name: "质疑函",
    who: "只有参加这次采购的供应商；交给采购人或代理机构，七个工作日内",
    opening: ({ project }) => `我单位参加了${project}。依据《政府采购法》第五十二条，认为下列事项使我单位的权益受到损害，提出质疑：`,
    ask: "请依据《政府采购法》第五十三条，在收到后七个工作日内书面答复。",
  },
  report: {
    name: "举报信",
    who: "任何人；交给财政部门或其他有权处理的机关，没有写期限",
    opening: ({ project }) => `依据《政府采购法》第七十条，现就${project}的采购活动反映下列情况：`,
    ask: "请依照职责及时处理。",
  },
  information: {
    name: "政府信息公开申请",
    who: "任何人；交给该行政机关的政府信息公开工作机构，随时可以",
    opening: ({ project }) => `依据《政府信息公开条例》第二十七条，申请公开与${project}有关的下列信息：`,
    ask: "请以电子文件或复印件提供，并依据条例第三十三条在二十个工作日内答复。",
  },
}

export const linesOf = (given) => {
  const kind = KINDS[given.kind] ?? KINDS.objection
  const named = given.title ? `“${given.title}”` : "该项目"
  const project = given.number ? `${named}（编号 ${given.number}）` : named
  return [
    ["p-paper__title", kind.name],
    ["", `致：${given.to || "（采购人、代理机构或主管部门）"}`],
    ["", kind.opening({ project })],
    ["", given.what && `内容：${given.what}`],
    ["", given.facts && `事实和材料：${given.facts}`],
    ["", `请求：${given.ask || kind.ask}`],
    ["p-paper__end", given.who || "（姓名或单位、联系方式）"],
    ["p-paper__end", "签名或盖章："],
    ["p-paper__end", "年　　月　　日"],
  ].filter(([, text]) => text)
}

export const writeLetter = (form) => {
  const paper = document.querySelector("[data-part=letter-paper]")
  const asked = new URLSearchParams(location.hash.slice(1))
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value
  if (!form.elements.kind.value) form.elements.kind.value = "objection"
  const hint = form.querySelector("[data-part=letter-until]")
  const tell = () => {
    const kind = form.elements.kind.value
    const [year, month, day] = (asked.get("until") || "").split("-").map(Number)
    const until = day && kind === asked.get("kind") ? `公告的期限：请在 ${year}年${month}月${day}日 或之前送到。` : ""
    hint.textContent = `${KINDS[kind].who}。${until}`
  }
  form.elements.kind.addEventListener("change", () => {
    // Whom an objection goes to says nothing of another letter.
    if (form.elements.kind.value !== asked.get("kind") && form.elements.to.value === asked.get("to")) form.elements.to.value = ""
    tell()
  })
  tell()
  const renew = () => paper.replaceChildren(...linesOf(Object.fromEntries(new FormData(form))).map(paragraph))
  form.addEventListener("input", renew)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    window.print()
  })
  document.body.classList.add("p-letter-page")
  form.hidden = paper.hidden = false
  renew()
}

const paragraph = ([name, text]) => Object.assign(document.createElement("p"), { className: name, textContent: text })
