import { Controller } from "@hotwired/stimulus"
import { arriveQuietly } from "models/still"
import { counted, polite } from "models/words"

const MARGIN = 20
const MOST = 200

// New comments come into an open thread where they belong, and move nothing; a button leads to those out of sight.
export default class extends Controller {
  static targets = ["button", "text"]
  static values = { post: String, one: String, other: String }

  #told = new Set()
  #newest = 0
  #unseen = new Set()
  #sending = false
  #next = 0
  #settling
  #catching
  #sight

  connect() {
    this.#sight = new IntersectionObserver((seen) => this.#look(seen))
    for (const { id } of document.querySelectorAll("article.comment[id]")) this.#hear(id.split("_")[1])
  }

  disconnect() {
    clearTimeout(this.#settling)
    clearTimeout(this.#catching)
    this.#sight.disconnect()
  }

  note({ detail: { id, post } }) {
    if (post === this.postValue) {
      this.#hear(id)
      this.#told.add(id)
      this.#settle()
    }
  }

  #hear(id) {
    this.#newest = Math.max(this.#newest, Number(id))
  }

  // Too much was missed to be told of it one by one.
  catchUp() {
    clearTimeout(this.#catching)
    this.#catching = setTimeout(() => this.#askForMissed(), Math.random() * 3_000)
  }

  // Somewhat further back: what has a lower number may have come later.
  async #askForMissed() {
    try {
      const answer = await fetch(`/posts/${this.postValue}/comments/since?last=${Math.max(0, this.#newest - MARGIN)}`)
      if (answer.status >= 429) throw new Error("later")
      if (answer.ok && !answer.redirected) this.#tellOf(await answer.json())
    } catch {
      this.#catching = setTimeout(() => this.#askForMissed(), 5_000 + Math.random() * 10_000)
    }
  }

  #tellOf(ids) {
    for (const id of ids) {
      this.#hear(id)
      this.#told.add(id)
    }
    this.#settleIn(0)
    if (ids.length === MOST) this.#catching = setTimeout(() => this.#askForMissed(), 15_000)
  }

  // What one sends oneself comes with the answer to it.
  hold() {
    this.#sending = true
  }

  release() {
    this.#sending = false
    this.#settleIn(300)
  }

  #settleIn(pause) {
    this.#next = Date.now() + pause
    if (this.#told.size) this.#settle()
  }

  // The first at once, those that follow on its heels together.
  #settle() {
    if (!this.#sending) this.#settling ??= setTimeout(() => this.#bringIn(), Math.max(0, this.#next - Date.now()))
  }

  show() {
    const [first] = this.#unseen
    first.tabIndex = -1
    first.scrollIntoView({ block: "center" })
    first.focus({ preventScroll: true })
  }

  // One's own comment is in the page already.
  async #bringIn() {
    const told = [...this.#told].filter((id) => !this.#comment(id))
    const ids = told.slice(0, 20)
    this.#told = new Set(told.slice(20))
    const missed = await this.#fetch(ids)
    this.#announce(ids.map((id) => this.#comment(id)).filter(Boolean))
    missed.forEach((id) => this.#told.add(id))
    this.#settling = undefined
    this.#settleIn(missed.length > 0 ? 3_000 : 800)
  }

  // Those that could not be fetched now are fetched later.
  async #fetch(ids) {
    for (const [at, id] of ids.entries()) {
      try {
        const response = await fetch(`/comments/${id}`, { headers: { Accept: "text/vnd.turbo-stream.html" } })
        if (response.ok && !response.redirected) await arriveQuietly(await response.text())
      } catch {
        return ids.slice(at)
      }
    }
    return []
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
