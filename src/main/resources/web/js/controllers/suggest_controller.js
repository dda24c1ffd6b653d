import { Controller } from "@hotwired/stimulus"

// Completes what is typed from an address: a combobox with a list, as the ARIA practices describe it.
export default class extends Controller {
  static targets = ["input", "list", "count"]
  static values = { url: String, said: String }

  #pending
  #waiting

  disconnect() {
    this.close()
  }

  type() {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#ask(), 150)
  }

  press(event) {
    const chosen = this.#chosen
    const moves = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in moves && this.#options.length) {
      event.preventDefault()
      this.#choose(moves[event.key])
    } else if (event.key === "Enter" && chosen && !event.isComposing) {
      event.preventDefault()
      chosen.click()
    } else if (event.key === "Escape" && !this.listTarget.hidden) {
      event.preventDefault()
      this.close()
    }
  }

  leave(event) {
    if (!this.element.contains(event.relatedTarget)) this.close()
  }

  close() {
    clearTimeout(this.#waiting)
    this.#pending?.abort()
    this.#show("")
  }

  async #ask() {
    this.#pending?.abort()
    this.#pending = new AbortController()
    const typed = this.inputTarget.value.trim()
    if (typed === "") return this.#show("")
    try {
      const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(typed)}`, { signal: this.#pending.signal })
      if (answer.ok && !answer.redirected) this.#show(await answer.text())
    } catch {
      // A newer question, or no network: the form still works.
    }
  }

  #show(html) {
    this.listTarget.innerHTML = html
    this.listTarget.hidden = this.#options.length === 0
    this.inputTarget.setAttribute("aria-expanded", String(!this.listTarget.hidden))
    this.inputTarget.removeAttribute("aria-activedescendant")
    this.countTarget.textContent = this.listTarget.hidden ? "" : this.saidValue.replace("#", this.#options.length)
  }

  #choose(step) {
    const options = this.#options
    const from = options.indexOf(this.#chosen)
    const next = options[(from + step + options.length + (from < 0 && step < 0 ? 1 : 0)) % options.length]
    options.forEach((option) => option.setAttribute("aria-selected", String(option === next)))
    this.inputTarget.setAttribute("aria-activedescendant", next.id)
    next.scrollIntoView({ block: "nearest" })
  }

  get #options() {
    return [...this.listTarget.querySelectorAll("[role=option]")]
  }

  get #chosen() {
    return this.#options.find((option) => option.getAttribute("aria-selected") === "true")
  }
}
