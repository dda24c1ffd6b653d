import { Controller } from "@hotwired/stimulus"

// Shows the community that a form is about to found, while it is filled in.
export default class extends Controller {
  static targets = ["square", "name", "door"]
  static values = { form: String }

  connect() {
    this.element.hidden = false
    this.show()
  }

  show() {
    const name = this.#field("name").value.trim()
    this.squareTarget.textContent = this.#initials(name)
    this.squareTarget.className = `avatar square t${this.#field("tone").value || 8}`
    this.nameTarget.textContent = name || "…"
    this.doorTarget.textContent = this.#form.querySelector("[name=access]:checked").closest("label").querySelector("b").textContent
  }

  // As the server makes them: of the first two words that carry meaning.
  #initials(name) {
    const words = name.split(/[^\p{L}\p{M}\p{N}-]+/u).filter((word) => word && !(word.length <= 3 && /^\p{Ll}/u.test(word)))
    return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("")
  }

  #field(name) {
    return this.#form.elements.namedItem(name)
  }

  get #form() {
    return document.getElementById(this.formValue)
  }
}
