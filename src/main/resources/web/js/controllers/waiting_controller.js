import { Controller } from "@hotwired/stimulus"
import { counted, polite } from "models/words"

// Says that there is something new above, and fetches nothing until it is pressed. Not everyone asks at the same moment.
export default class extends Controller {
  static targets = ["button", "text"]
  static values = { url: String, one: String, other: String, spread: { type: Number, default: 2500 } }

  #asking

  disconnect() {
    clearTimeout(this.#asking)
  }

  ask() {
    this.#asking ??= setTimeout(() => this.#count(), 300 + Math.random() * this.spreadValue)
  }

  async #count() {
    this.#asking = null
    const response = await fetch(this.urlValue, { headers: { Accept: "text/plain" } })
    const waiting = response.ok && !response.redirected ? Number(await response.text()) : 0
    if (waiting > 0) {
      this.textTarget.textContent = counted(waiting, this.oneValue, this.otherValue)
      this.buttonTarget.hidden = false
      polite(this.textTarget.textContent)
    }
  }
}
