import { Controller } from "@hotwired/stimulus"

// Shows the chosen theme at once; the form that carries it tells the server.
export default class extends Controller {
  static values = { name: String }

  apply() {
    this.#show(this.nameValue)
  }

  choose(event) {
    this.#show(event.target.value)
  }

  #show(theme) {
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme
    } else {
      delete document.documentElement.dataset.theme
    }
  }
}
