import { Controller } from "@hotwired/stimulus"

// Closes a menu whose entry has changed the page in place, and places it under its button where the browser does not
// know position-area.
export default class extends Controller {
  #place = (event) => {
    const menu = event.target
    if (event.newState === "open" && menu.matches(".menu:not(.full)")) {
      requestAnimationFrame(() => this.#under(menu, document.querySelector(`[popovertarget="${menu.id}"]`)))
    }
  }

  #close = (event) => {
    event.target.closest(".menu[popover] a[data-turbo-frame]")?.closest("[popover]").hidePopover()
  }

  connect() {
    document.addEventListener("click", this.#close)
    if (!CSS.supports("position-area", "block-end")) {
      document.addEventListener("beforetoggle", this.#place, true)
    }
  }

  disconnect() {
    document.removeEventListener("click", this.#close)
    document.removeEventListener("beforetoggle", this.#place, true)
  }

  #under(menu, button) {
    const { bottom, right, top } = button.getBoundingClientRect()
    const fits = bottom + menu.offsetHeight < innerHeight
    menu.style.top = `${fits ? bottom : Math.max(0, top - menu.offsetHeight)}px`
    menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`
  }
}
