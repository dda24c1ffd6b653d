// The one stream of a browser. Loaded as a shared worker it serves every tab; otherwise the tab that holds the lock
// makes one and tells the others.
export class LiveStream {
  #tell
  #last = ""
  #failures = 0

  constructor(tell) {
    this.#tell = tell
    this.#open()
  }

  #open() {
    const source = new EventSource(this.#last ? `/live?last=${this.#last}` : "/live")
    for (const kind of ["hello", "reset", "post", "comment", "question", "notification", "reaction", "vote", "update", "delete"]) {
      source.addEventListener(kind, ({ lastEventId, data }) => this.#heard(kind, lastEventId, JSON.parse(data)))
    }
    source.addEventListener("error", () => {
      source.close()
      setTimeout(() => this.#open(), this.#patience())
    })
  }

  #heard(kind, position, thing) {
    this.#last = position
    this.#failures = 0
    if (kind !== "hello") {
      this.#tell({ kind, ...thing })
    }
  }

  // Between one second and half a minute, never all at once after a node went away.
  #patience() {
    const longest = Math.min(30_000, 2_000 * 2 ** this.#failures++)
    return 1_000 + Math.random() * (longest - 1_000)
  }
}

if (globalThis.SharedWorkerGlobalScope) {
  const tabs = new Set()
  let stream
  addEventListener("connect", ({ ports: [tab] }) => {
    tab.onmessage = ({ data }) => (data === "leave" ? tabs.delete(tab) : tabs.add(tab))
    stream ??= new LiveStream((event) => tabs.forEach((each) => each.postMessage(event)))
  })
}
