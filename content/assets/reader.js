// Fetches the files of the search once each, and tells a missing one from an empty one.
// Without it the plain lists stay, page by page.

// An index is always asked for anew; all it names carries its edition, so that files of two editions never mix.
// All but an index and what is asked for by its own name is packed, for not every host packs what it sends.
const PLAIN = /(^|\/)(index|folding|likely)\.json$/

export const openReader = (base) => {
  const held = new Map()
  const get = async (path) => {
    const [name, query] = path.split("?")
    const plain = PLAIN.test(name)
    const address = `${base}${name}${plain ? "" : ".gz"}${query ? `?${query}` : ""}`
    const answer = await fetch(address, name.endsWith("/index.json") ? { cache: "no-cache" } : {})
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return plain ? answer.json() : unpacked(await answer.arrayBuffer())
  }
  return (path) => {
    if (!held.has(path)) {
      const answer = get(path)
      // What failed may be asked for again.
      answer.catch(() => held.delete(path))
      held.set(path, answer)
    }
    return held.get(path)
  }
}

// Some hosts unpack it on the way: then it is what it was.
export const unpacked = async (packed) => {
  const bytes = new Uint8Array(packed)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes))
  if (typeof DecompressionStream === "undefined") {
    const { inflated } = await import("./inflate.js")
    return JSON.parse(new TextDecoder().decode(inflated(bytes)))
  }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json()
}
