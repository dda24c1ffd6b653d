import { Controller } from "@hotwired/stimulus"
import { arriveQuietly } from "models/still"
import { counted, polite } from "models/words"

// New comments come into an open thread where they belong, and move nothing; a button leads to those out of sight.
export default class extends Controller {
  static targets = ["button", "text"]
  static values = { post: String, one: String, other: String }

  #told = new Set()
  #unseen = new Set()
  #settling
  #sight

  connect() {
    this.#sight = new IntersectionObserver((seen) => this.#look(seen))
  }

  disconnect() {
    clearTimeout(this.#settling)
    this.#sight.disconnect()
  }

  note({ detail: { id, post } }) {
    if (post === this.postValue) {
      this.#told.add(id)
      clearTimeout(this.#settling)
      this.#settling = setTimeout(() => this.#bringIn(), 800)
    }
  }

  show() {
    const [first] = this.#unseen
    first.tabIndex = -1
    first.scrollIntoView({ block: "center" })
    first.focus({ preventScroll: true })
  }

  // One's own comment is in the page already.
  async #bringIn() {
    const ids = [...this.#told].filter((id) => !this.#comment(id)).slice(-20)
    this.#told.clear()
    for (const id of ids) {
      const response = await fetch(`/comments/${id}`, { headers: { Accept: "text/vnd.turbo-stream.html" } })
      if (response.ok && !response.redirected) {
        await arriveQuietly(await response.text())
      }
    }
    this.#announce(ids.map((id) => this.#comment(id)).filter(Boolean))
  }

  #announce(arrived) {
    if (arrived.length > 0) {
      polite(this.#sentence(arrived.length))
      arrived.forEach((comment) => this.#sight.observe(comment))
    }
  }

  #look(seen) {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) {
        this.#sight.unobserve(target)
        this.#unseen.delete(target)
      } else {
        this.#unseen.add(target)
      }
    }
    this.buttonTarget.hidden = this.#unseen.size === 0
    this.textTarget.textContent = this.#sentence(this.#unseen.size)
  }

  #sentence(count) {
    return counted(count, this.oneValue, this.otherValue)
  }

  #comment(id) {
    return document.getElementById(`comment_${id}`)
  }
}
