import { Controller } from "@hotwired/stimulus"
import { arriveQuietly } from "models/still"

// Lets the time of a question run, and draws it anew when it is over or somebody says which answer helped.
export default class extends Controller {
  static targets = ["bar"]
  static values = { url: String, was: String }

  #timer

  connect() {
    this.#timer = setInterval(() => this.#run(), 60_000)
  }

  disconnect() {
    clearInterval(this.#timer)
  }

  note({ detail: { id } }) {
    if (id === this.element.dataset.post) this.#draw()
  }

  #run() {
    if (!this.hasBarTarget || this.barTarget.value >= 100) return
    const [from, to] = [this.barTarget.dataset.from, this.barTarget.dataset.to].map(Date.parse)
    this.barTarget.value = (100 * (Date.now() - from)) / (to - from)
    if (this.barTarget.value >= 100) this.#draw()
  }

  async #draw() {
    const answer = await fetch(`${this.urlValue}?was=${this.wasValue}`, { headers: { Accept: "text/vnd.turbo-stream.html" } })
    if (answer.ok && !answer.redirected) await arriveQuietly(await answer.text())
  }
}
