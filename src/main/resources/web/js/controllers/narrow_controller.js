import { Controller } from "@hotwired/stimulus"

// Sends a form of filters as soon as one of them changes; its button is for those without a script.
export default class extends Controller {
  static targets = ["button"]

  connect() {
    this.buttonTarget.hidden = true
  }

  send() {
    this.element.requestSubmit()
  }
}
