import { Controller } from "@hotwired/stimulus"
import { replaceText } from "models/typing"

const TYPED = /(?:^|[\s(])(?:@([\p{L}\p{M}’'-]{1,40}(?: [\p{L}\p{M}’'-]{1,40})?)?|#([\p{L}\p{M}\p{N}_-]{1,60})|:([\p{L}\p{M}]{2,30}))$/u

let pressing = false
addEventListener("mousedown", () => (pressing = true), true)
addEventListener("mouseup", () => setTimeout(() => (pressing = false)), true)

// Completes a name after an @ with the people who may read the place and the communities one finds, as the server names
// them, a topic after a #, an emoji after a : and two letters; or a field that holds a name and nothing else.
export default class extends Controller {
  static targets = ["field", "list"]
  static values = { url: String, whole: Boolean }

  #asked = null
  #taken = null
  #sort = ""

  connect() {
    this.fieldTarget.setAttribute("aria-autocomplete", "list")
    this.fieldTarget.setAttribute("aria-controls", this.listTarget.id)
  }

  // Where the page was shown again, its parts may be gone before it.
  disconnect() {
    this.#asked?.abort()
    if (this.hasListTarget && this.hasFieldTarget) this.close()
  }

  async type() {
    const typed = this.#typed()
    this.#asked?.abort()
    if (typed === null) {
      this.close()
    } else {
      await this.#ask(typed)
    }
  }

  steer(event) {
    if (!this.listTarget.hidden) {
      const take = this.#chosen && (() => this.#take(this.#chosen))
      const act = { ArrowDown: () => this.#move(1), ArrowUp: () => this.#move(-1), Enter: take, Tab: take,
        Escape: () => this.close() }[event.key]
      if (act && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault()
        event.stopPropagation()
        act()
      }
    }
  }

  pick(event) {
    event.preventDefault()
    this.#take(event.target.closest("[role=option]"))
  }

  // Under a pointer that is down everything stays where it is until it has clicked: the list stands above what is pressed.
  leave() {
    if (pressing) {
      addEventListener("mouseup", () => setTimeout(() => this.hasListTarget && this.close()), { once: true })
    } else {
      this.close()
    }
  }

  close() {
    this.#asked?.abort()
    this.listTarget.hidden = true
    this.listTarget.replaceChildren()
    this.fieldTarget.removeAttribute("aria-activedescendant")
  }

  async #ask(typed) {
    this.#asked = new AbortController()
    const url = new URL(this.#sort ? `/mentions/${this.#sort}` : this.urlValue, location)
    url.searchParams.set("q", typed)
    const place = this.fieldTarget.form.elements.namedItem("community")
    if (place) url.searchParams.set("community", place.value)
    try {
      const answer = await fetch(url, { signal: this.#asked.signal })
      this.#show(answer.ok ? await answer.text() : "")
    } catch (problem) {
      if (problem.name !== "AbortError") this.close()
    }
  }

  #show(people) {
    this.listTarget.innerHTML = people
    this.listTarget.hidden = this.#options.length === 0
    // A topic may well be a new one: it is completed only by choosing.
    this.#choose(this.#sort === "topics" ? null : this.#options[0])
  }

  #move(step) {
    const options = this.#options
    this.#choose(options[(options.indexOf(this.#chosen) + step + options.length) % options.length])
  }

  #choose(option) {
    this.#chosen?.setAttribute("aria-selected", "false")
    if (option) {
      option.setAttribute("aria-selected", "true")
      option.scrollIntoView({ block: "nearest" })
      this.fieldTarget.setAttribute("aria-activedescendant", option.id)
    } else {
      this.fieldTarget.removeAttribute("aria-activedescendant")
    }
  }

  #take(option) {
    const typed = this.#typed()
    if (option && typed !== null) {
      const { value, selectionStart } = this.fieldTarget
      this.#taken = option.querySelector(".name").textContent
      this.close()
      if (this.wholeValue) {
        replaceText(this.fieldTarget, 0, value.length, this.#taken)
      } else {
        replaceText(this.fieldTarget, selectionStart - typed.length - 1, selectionStart, `${option.dataset.text} `)
      }
    }
  }

  #typed() {
    const { value } = this.fieldTarget
    if (this.wholeValue) return value.trim() === "" || value === this.#taken ? null : value
    const found = TYPED.exec(value.slice(0, this.fieldTarget.selectionStart))
    this.#sort = found?.[2] ? "topics" : found?.[3] ? "emoji" : ""
    return found ? (found[3] ?? found[2] ?? found[1] ?? "") : null
  }

  get #options() {
    return [...this.listTarget.querySelectorAll("[role=option]")]
  }

  get #chosen() {
    return this.listTarget.querySelector("[aria-selected=true]")
  }
}
