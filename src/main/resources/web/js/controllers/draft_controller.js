import { Controller } from "@hotwired/stimulus"

// What is typed outlives a lost page: it stays on the device until the server has it, as a draft where there is an
// address to keep it at.
export default class extends Controller {
  static targets = ["field", "state", "compare"]
  static values = { key: String, url: String }

  #timer = 0
  #sending

  connect() {
    const kept = localStorage.getItem(this.#key)
    if (kept && this.fieldTarget.value === "") {
      this.fieldTarget.value = kept
      this.fieldTarget.dispatchEvent(new Event("input", { bubbles: true }))
    }
  }

  disconnect() {
    if (this.#timer) this.#send()
  }

  keep() {
    const text = this.fieldTarget.value
    text === "" ? localStorage.removeItem(this.#key) : localStorage.setItem(this.#key, text)
    this.#say(text === "" ? "" : "here")
    if (this.urlValue) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#send(), 1000)
    }
  }

  // The form takes along what has not left; what has arrives first, and is not taken for something newer.
  async leave(event) {
    if (event.target !== this.element) return
    this.#rest()
    if (this.#sending) {
      event.preventDefault()
      while (this.#sending) await this.#sending
      event.detail.resume()
    }
  }

  drop({ detail: { success, formSubmission } }) {
    if (success && !formSubmission.submitter?.matches("[formaction]:not([data-turbo-frame])")) {
      localStorage.removeItem(this.#key)
    }
  }

  #rest() {
    clearTimeout(this.#timer)
    this.#timer = 0
  }

  // One after the other, so that the last words stay.
  #send() {
    this.#rest()
    const sent = Promise.resolve(this.#sending).then(() => this.#keep())
    this.#sending = sent
    sent.then(() => {
      if (this.#sending === sent) this.#sending = undefined
    })
  }

  async #keep() {
    const text = this.fieldTarget.value
    try {
      const answer = await fetch(this.urlValue, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(new FormData(this.element)),
        signal: AbortSignal.timeout(10_000),
      })
      if (answer.status === 204 && this.fieldTarget.value === text) {
        localStorage.removeItem(this.#key)
        this.#say("kept")
      } else if (answer.status === 409 && this.hasCompareTarget) {
        this.#say("changed")
        this.compareTarget.hidden = false
      }
    } catch {
      // It is still on the device, and goes with the next word or when the network is back.
    }
  }

  #say(state) {
    if (this.hasStateTarget) {
      this.stateTarget.textContent = this.stateTarget.dataset[state] ?? ""
    }
  }

  get #key() {
    return `draft-${this.keyValue}`
  }
}
