import { LiveStream } from "models/live_stream"

let listening = false

// Hears what the stream says from now on, as events of the window: live:reset, or live: and the kind of what is new or was done.
export function listen() {
  if (!listening) {
    listening = true
    globalThis.SharedWorker ? share() : elect()
  }
}

function tell(event) {
  if (document.body.dataset.live) {
    window.dispatchEvent(new CustomEvent(`live:${event.kind}`, { detail: event }))
  }
}

function share() {
  const { port } = new SharedWorker(import.meta.resolve("models/live_stream"), { type: "module", name: "live" })
  port.onmessage = ({ data }) => tell(data)
  port.postMessage("enter")
  addEventListener("pagehide", () => port.postMessage("leave"))
  addEventListener("pageshow", ({ persisted }) => persisted && port.postMessage("enter"))
}

function elect() {
  const tabs = new BroadcastChannel("live")
  tabs.onmessage = ({ data }) => tell(data)
  navigator.locks.request("live", () => {
    new LiveStream((event) => {
      tabs.postMessage(event)
      tell(event)
    })
    return new Promise(() => {})
  })
}
