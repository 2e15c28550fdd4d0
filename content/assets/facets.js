// One facet of the explorer: its values with counts, as boxes to tick.
// Without it the ways in by place, field and kind lead to plain lists.

const ORDER = {
  year: (a, b) => (b[0] > a[0] ? 1 : -1),
  // Codes of divisions sort as a tree: province, city, district.
  division: (a, b) => (a[0] > b[0] ? 1 : -1),
}
const BY_COUNT = (a, b) => b[1] - a[1] || (a[0] > b[0] ? 1 : -1)

export const make = (tag, name, ...inside) => {
  const node = document.createElement(tag)
  if (name) node.className = name
  node.append(...inside)
  return node
}

export const facetNode = (name, label, counts, state, data, choose) => {
  const chosen = state.chosen[name]
  const head = make("summary", "", `${label}${chosen.size ? `（已选 ${chosen.size}）` : ""}`)
  const values = [...counts].sort(ORDER[name] ?? BY_COUNT)
  const boxes = values.map(([value, count]) => boxOf(name, value, count, chosen.has(value), data, choose))
  const node = make("details", "", head, make("div", "p-explorer__values", ...boxes))
  node.dataset.facet = name
  return node
}

const boxOf = (name, value, count, checked, data, choose) => {
  const box = make("input", "")
  box.type = "checkbox"
  box.checked = checked
  box.dataset.key = `${name}:${value}`
  box.addEventListener("change", () => choose(name, value, box.checked))
  return make("label", "", box, `${data.label(name, value)} ${count}`)
}
