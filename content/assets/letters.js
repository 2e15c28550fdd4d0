// What each kind of letter says, and on which article it rests.
// Without it the letters are written by hand after the samples on the page.

export const KINDS = {
  objection: {
    name: "异议书",
    who: "对单一来源采购公示。任何供应商、单位、个人；交给采购人或代理机构，公示期内，书面，同时抄送财政部门",
    opening: ({ project }) => `贵单位公示的${project}拟采用单一来源采购方式。依据《政府采购非招标采购方式管理办法》第三十九条，现于公示期内提出异议：`,
    dated: true,
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
    who: "对采购文件、过程或者结果。只有参加这次采购的供应商，对采购文件的，是已经依法取得文件的供应商；交给采购人或代理机构，七个工作日内",
    // From which day its seven working days run (order no. 658, article 53).
    runs: {
      documents: "从收到采购文件之日或者采购文件公告期限届满之日起七个工作日内",
      process: "从各采购程序环节结束之日起七个工作日内",
      result: "从中标或者成交结果公告期限届满之日起七个工作日内",
    },
    formal: { side: "质疑供应商", bought: "质疑项目", points: "质疑事项", day: "提出质疑的日期" },
    opening: ({ about }) =>
      `${ABOUT[about] ?? ABOUT.unsaid}依据《政府采购法》第五十二条和《政府采购质疑和投诉办法》第十条、第十一条，认为下列事项使本供应商的权益受到损害：`,
    ask: "",
    also: "请依据《政府采购法》第五十三条，在收到后七个工作日内书面答复。",
  },
  complaint: {
    name: "投诉书",
    who: "只有质疑过的供应商；交给与采购人同级的财政部门，质疑的答复期满后十五个工作日内",
    formal: { side: "投诉人", bought: "投诉项目", points: "投诉事项", day: "提起投诉的日期" },
    opening: () => "本供应商就这次采购提出过质疑，对答复不满意（或者没有按时收到答复）。依据《政府采购法》第五十五条，提出投诉：",
    ask: "",
    also: "请依法处理，并把处理结果告知本供应商。",
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
  correction: {
    desk: true,
    name: "更正申请",
    who: "本站的页面有错。任何人；交给本站的维护者，随时可以",
    opening: ({ page }) => `本站页面${page}有一处不对：`,
    parts: { 哪一处: "what", 本站写的: "ours", 公告写的: "theirs" },
    ask: "请核对并更正，把结果告诉我。",
  },
  removal: {
    desk: true,
    name: "删除个人信息的申请",
    who: "本站的页面写了不该写的个人信息。本人、监护人或者受委托的人；交给本站的维护者，随时可以；请不要附身份证件",
    opening: ({ page }) => `依据《个人信息保护法》第四十七条，本站页面${page}出现了下面的个人信息，请求处理：`,
    parts: { 哪一处: "what", 我与它的关系: "relation" },
    ask: "请删去（更正、遮去一部分），并把结果告诉我。",
  },
}
export const DESK = "本站维护者"

// Who only took the documents did not take part.
const ABOUT = {
  unsaid: "本供应商（勾选一项：□ 已依法获取采购文件　□ 参加了这次采购活动）对（勾选一项：□ 采购文件　□ 采购过程　□ 中标或者成交结果）提出质疑。",
  documents: "本供应商已依法获取这次采购的采购文件，对采购文件提出质疑。",
  process: "本供应商参加了这次采购活动，对采购过程提出质疑。",
  result: "本供应商参加了这次采购活动，对中标或者成交结果提出质疑。",
}
