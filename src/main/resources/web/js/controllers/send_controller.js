import { Controller } from "@hotwired/stimulus"

// Control and Enter send the form.
export default class extends Controller {
  now(event) {
    event.preventDefault()
    event.target.form.requestSubmit(event.target.form.querySelector("button:not([type=button]):not([formaction])"))
  }
}
