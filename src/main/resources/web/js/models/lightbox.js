// A post's pictures, large over the page, one after the other. It is fetched when the first one is opened.
export class Lightbox {
  static #made = new WeakMap()

  #dialog
  #links = []
  #at = 0
  #from = null

  // One for a page.
  static over(page, template) {
    const known = this.#made.get(page)
    if (known?.#dialog.isConnected) return known
    page.append(template.content.cloneNode(true))
    const made = new Lightbox(page.lastElementChild)
    this.#made.set(page, made)
    return made
  }

  constructor(dialog) {
    this.#dialog = dialog
    dialog.addEventListener("click", ({ target }) => this.#turn(Number(target.closest("[data-by]")?.dataset.by ?? 0)))
    dialog.addEventListener("keydown", ({ key }) => this.#turn({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0))
    dialog.addEventListener("touchstart", (event) => this.#touch(event), { passive: true })
    dialog.addEventListener("touchend", (event) => this.#swipe(event))
    dialog.addEventListener("close", () => this.#links[this.#at].focus())
  }

  open(link) {
    this.#links = [...link.parentElement.children]
    this.#part("turn").forEach((button) => (button.hidden = this.#links.length === 1))
    this.#show(this.#links.indexOf(link))
    this.#dialog.showModal()
  }

  // One finger on a page that is not enlarged; two fingers enlarge it.
  #touch({ touches }) {
    this.#from = touches.length === 1 && visualViewport.scale < 1.1 ? touches[0] : null
  }

  #swipe({ changedTouches: [to] }) {
    const along = to.clientX - this.#from?.clientX
    const across = to.clientY - this.#from?.clientY
    if (Math.abs(along) > Math.max(48, 2 * Math.abs(across))) {
      this.#turn(along < 0 ? 1 : -1)
    }
    this.#from = null
  }

  #turn(by) {
    const count = this.#links.length
    if (by !== 0 && count > 1) this.#show((this.#at + by + count) % count)
  }

  // What the page has shown stands there at once, and grows sharp when the larger size has come.
  #show(at) {
    const link = this.#links[at]
    const picture = link.firstElementChild.cloneNode()
    this.#at = at
    picture.style.maxInlineSize = `${picture.getAttribute("width")}px`
    picture.style.maxBlockSize = `${picture.getAttribute("height")}px`
    this.#part("stage")[0].replaceChildren(picture)
    picture.sizes = "100vw"
    this.#part("save")[0].href = link.href.replace(/\/\d+$/, "")
    this.#say(picture.alt)
  }

  #say(caption) {
    const [words] = this.#part("words")
    const place = words.dataset.text.replace("{0}", this.#at + 1).replace("{1}", this.#links.length)
    words.replaceChildren(this.#links.length > 1 ? `${place} · ${caption}` : caption)
  }

  #part(name) {
    return this.#dialog.querySelectorAll(`[data-part="${name}"]`)
  }
}
