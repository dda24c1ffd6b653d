import { Controller } from "@hotwired/stimulus"
import { renderStreamMessage } from "@hotwired/turbo"
import { listen } from "models/live"
import { polite } from "models/words"

// An open page hears what happens meanwhile, unless its reader has switched that off; the bell counts along. What it would
// ring for in the thread on the screen is read there.
export default class extends Controller {
  static targets = ["thread"]

  #ringing
  #tabs

  // What is shown of the last visit while the page is on its way is not worth asking for.
  connect() {
    if (this.element.dataset.live && !document.documentElement.hasAttribute("data-turbo-preview")) {
      listen()
      this.#tabs = new BroadcastChannel("bell")
      this.#tabs.onmessage = () => this.#count("/notifications/bell")
    }
  }

  disconnect() {
    clearTimeout(this.#ringing)
    this.#tabs?.close()
  }

  ring() {
    clearTimeout(this.#ringing)
    this.#ringing = setTimeout(() => this.#count(this.#address()), 300)
  }

  // Whoever comes back to a thread has what came meanwhile before them.
  look() {
    if (this.element.dataset.live && this.hasThreadTarget && !document.hidden) {
      this.ring()
    }
  }

  async #count(address) {
    const before = this.#bell()
    const response = await fetch(address, { headers: { Accept: "text/vnd.turbo-stream.html" } })
    if (response.ok && !response.redirected) {
      renderStreamMessage(await response.text())
      if (address.includes("?")) this.#tabs.postMessage("read")
      requestAnimationFrame(() => requestAnimationFrame(() => this.#bell() > before && this.#say()))
    }
  }

  #address() {
    const read = this.hasThreadTarget && !document.hidden
    return read ? `/notifications/bell?post=${this.threadTarget.dataset.post}` : "/notifications/bell"
  }

  #bell() {
    return parseInt(document.querySelector("#bell .badge")?.textContent ?? 0)
  }

  #say() {
    polite(document.getElementById("bell").getAttribute("aria-label"))
  }
}
