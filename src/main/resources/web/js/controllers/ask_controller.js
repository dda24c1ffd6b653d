import { Controller } from "@hotwired/stimulus"

// While somebody asks: what was answered before under such a title, and by when an answer is due where they ask.
export default class extends Controller {
  #waiting

  disconnect() {
    clearTimeout(this.#waiting)
  }

  type({ target }) {
    if (target.name === "title") {
      clearTimeout(this.#waiting)
      this.#waiting = setTimeout(() => this.#fetch("similar", { title: target.value }), 400)
    }
  }

  choose({ target: { form, name } }) {
    if (["community", "within"].includes(name)) {
      this.#fetch("promise", { community: form.elements.community.value, within: form.elements.within.value })
    }
  }

  #fetch(frame, asked) {
    document.getElementById(frame).src = `/questions/${frame}?${new URLSearchParams(asked)}`
  }
}
