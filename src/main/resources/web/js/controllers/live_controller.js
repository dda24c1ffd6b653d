import { Controller } from "@hotwired/stimulus"
import { renderStreamMessage } from "@hotwired/turbo"
import { listen } from "models/live"

// An open page hears what happens meanwhile, unless its reader has switched that off; the bell counts along.
export default class extends Controller {
  #ringing

  connect() {
    if (this.element.dataset.live) {
      listen()
    }
  }

  disconnect() {
    clearTimeout(this.#ringing)
  }

  ring() {
    clearTimeout(this.#ringing)
    this.#ringing = setTimeout(() => this.#count(), 300)
  }

  async #count() {
    const response = await fetch("/notifications/bell", { headers: { Accept: "text/vnd.turbo-stream.html" } })
    if (response.ok && !response.redirected) {
      renderStreamMessage(await response.text())
    }
  }
}
