import { Controller } from "@hotwired/stimulus"
import { renderStreamMessage } from "@hotwired/turbo"
import { counted, polite } from "models/words"

// New comments of an open thread wait to be shown, so that nothing moves under whoever reads or writes.
export default class extends Controller {
  static targets = ["button", "text"]
  static values = { post: String, one: String, other: String }

  #ids = new Set()
  #settling

  disconnect() {
    clearTimeout(this.#settling)
  }

  note({ detail: { id, post } }) {
    if (post === this.postValue) {
      this.#ids.add(id)
      clearTimeout(this.#settling)
      this.#settling = setTimeout(() => this.#offer(), 800)
    }
  }

  async show() {
    const ids = this.#unseen()
    this.#ids.clear()
    this.buttonTarget.hidden = true
    for (const id of ids) {
      const response = await fetch(`/comments/${id}`, { headers: { Accept: "text/vnd.turbo-stream.html" } })
      if (response.ok) {
        renderStreamMessage(await response.text())
      }
    }
    requestAnimationFrame(() => this.#comment(ids[0])?.scrollIntoView({ block: "nearest" }))
  }

  // One's own comment is in the page already.
  #offer() {
    const count = this.#unseen().length
    this.buttonTarget.hidden = count === 0
    if (count > 0) {
      this.textTarget.textContent = counted(count, this.oneValue, this.otherValue)
      polite(this.textTarget.textContent)
    }
  }

  #unseen() {
    return [...this.#ids].filter((id) => !this.#comment(id)).slice(-20)
  }

  #comment(id) {
    return document.getElementById(`comment_${id}`)
  }
}
