import { LiveStream } from "models/live_stream"

let stream
let position

// Hears all that happened since the page was made, as events of the window: live:reset, or live: and the kind of what is
// new or was done.
export function listen() {
  position = Number(document.body.dataset.live)
  stream ??= globalThis.SharedWorker ? shared() : elected()
  stream.recall(position)
}

function tell(event) {
  if (document.body.dataset.live) {
    position = event.position
    window.dispatchEvent(new CustomEvent(`live:${event.kind}`, { detail: event }))
  }
}

function shared() {
  const { port } = new SharedWorker(import.meta.resolve("models/live_stream"), { type: "module", name: "live" })
  port.onmessage = ({ data }) => tell(data)
  addEventListener("pagehide", () => port.postMessage("leave"))
  addEventListener("pageshow", ({ persisted }) => persisted && port.postMessage(position))
  return { recall: (since) => port.postMessage(since) }
}

function elected() {
  const tabs = new BroadcastChannel("live")
  const toAll = (event) => {
    tabs.postMessage(event)
    tell(event)
  }
  const me = Math.random()
  const ask = (since) => tabs.postMessage({ since, from: me })
  let own
  tabs.onmessage = ({ data }) => {
    if (data.from) own?.recall(data.since, (event) => tabs.postMessage({ ...event, to: data.from }))
    else if (data.holds) ask(position)
    else if (!data.to || data.to === me) tell(data)
  }
  navigator.locks.request("live", () => {
    own = new LiveStream(position, toAll)
    tabs.postMessage({ holds: true })
    return new Promise(() => {})
  })
  return { recall: (since) => (own ? own.recall(since, tell) : ask(since)) }
}
