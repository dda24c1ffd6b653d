const LOST = 3

// The one stream of a browser. Loaded as a shared worker it serves every tab; otherwise the tab that holds the lock
// makes one and tells the others. It remembers what it told last, for a page that was made before and listens only now.
export class LiveStream {
  #tell
  #last
  #remembered
  #recent = []
  #failures = 0
  #again

  constructor(since, tell) {
    this.#tell = tell
    this.#last = this.#remembered = since
    this.#open()
    addEventListener("online", () => this.#again && this.#open())
  }

  // Who asks for more than is remembered fetches anew.
  recall(since, tell) {
    if (since < this.#remembered) {
      tell({ kind: "reset", position: this.#last })
    } else {
      this.#recent.filter(({ position }) => position > since).forEach(tell)
    }
    if (this.#lost) tell({ kind: "lost", position: this.#last })
  }

  #open() {
    clearTimeout(this.#again)
    this.#again = undefined
    const source = new EventSource(`/live?last=${this.#last}`)
    for (const kind of ["hello", "reset", "post", "comment", "question", "notification", "reaction", "vote", "update", "delete"]) {
      source.addEventListener(kind, ({ lastEventId, data }) => this.#heard({ kind, position: Number(lastEventId), ...JSON.parse(data) }))
    }
    source.addEventListener("error", () => {
      source.close()
      this.#again = setTimeout(() => this.#open(), this.#patience())
      if (this.#failures === LOST) this.#tell({ kind: "lost", position: this.#last })
    })
  }

  #heard(event) {
    if (this.#lost) this.#tell({ kind: "found", position: this.#last })
    this.#last = event.position
    this.#failures = 0
    if (event.kind !== "hello") {
      this.#remember(event)
      this.#tell(event)
    }
  }

  // A node that starts anew is back sooner.
  get #lost() {
    return this.#failures >= LOST
  }

  #remember(event) {
    this.#recent.push(event)
    if (event.kind === "reset") {
      this.#recent = []
      this.#remembered = event.position
    } else if (this.#recent.length > 200) {
      this.#remembered = this.#recent.shift().position
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
    tab.onmessage = ({ data }) => {
      if (data === "leave") {
        tabs.delete(tab)
      } else {
        tabs.add(tab)
        stream ??= new LiveStream(data, (event) => tabs.forEach((each) => each.postMessage(event)))
        stream.recall(data, (event) => tab.postMessage(event))
      }
    }
  })
}
