// Makes elements from names and texts, never from markup.
// Without it the page stands as it was built.

export const make = (tag, name, ...inside) => {
  const node = document.createElement(tag)
  if (name) node.className = name
  node.append(...inside)
  return node
}

export const button = (text, key, act, label) => {
  const node = make("button", "", text)
  node.type = "button"
  node.dataset.key = key
  if (label) node.setAttribute("aria-label", label)
  node.addEventListener("click", act)
  return node
}
