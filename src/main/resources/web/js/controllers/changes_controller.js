import { Controller } from "@hotwired/stimulus"
import { arriveQuietly } from "models/still"

// What happens to a post or comment on the page shows: reactions, votes, other words; what was taken away goes. Nothing
// changes under the hands of whoever is at work in it: it waits until they are done.
export default class extends Controller {
  #changed = new Map()
  #settling
  #failed = 0
  #sight

  connect() {
    this.#sight = new IntersectionObserver((seen) => this.#look(seen), { rootMargin: "50%" })
  }

  disconnect() {
    clearTimeout(this.#settling)
    this.#sight.disconnect()
  }

  note({ detail: { kind, id, post } }) {
    const thing = post ? `comment_${id}` : `post_${id}`
    const element = document.getElementById(thing)
    if (element && kind === "delete" && !isAnswered(element)) {
      this.#changed.delete(thing)
      leave(element)
    } else if (element) {
      const words = kind === "update" || this.#changed.get(thing)?.words
      this.#changed.set(thing, { address: post ? `/comments/${id}/changed` : `/posts/${id}/changed`, words })
      this.#settle(300 + Math.random() * 700)
    }
  }

  // Too much was missed to know what: everything may have changed, and is drawn anew when somebody is about to see it.
  renew() {
    document.querySelectorAll(".post[id^=post_], .comment[id^=comment_]").forEach((thing) => this.#sight.observe(thing))
  }

  #look(seen) {
    for (const { target } of seen.filter(({ isIntersecting }) => isIntersecting)) {
      const [kind, number] = target.id.split("_")
      this.#sight.unobserve(target)
      this.#changed.set(target.id, { address: `/${kind}s/${number}/changed`, words: true })
    }
    if (this.#changed.size) this.#settle(300 + Math.random() * 5_000)
  }

  #settle(pause) {
    this.#settling ??= setTimeout(() => this.#draw(), pause)
  }

  async #draw() {
    for (const [thing, { address, words }] of [...this.#changed]) {
      const element = document.getElementById(thing)
      if (!atWork(element)) {
        this.#changed.delete(thing)
        if (element) await this.#redraw(element, address, words)
      }
    }
    this.#settling = undefined
    if (this.#changed.size) this.#settle(2_000 * 2 ** Math.min(this.#failed, 5) * (1 + Math.random()))
  }

  async #redraw(element, address, words) {
    try {
      await redraw(element, `${address}?words=${!!words}&full=${!!element.closest("[data-full]")}`)
      this.#failed = 0
    } catch {
      this.#failed++
      this.#changed.set(element.id, { address, words })
    }
  }
}

// The place of a comment stays as long as others stand under it.
function isAnswered(element) {
  return element.matches(".comment") && element.querySelector(".comment") !== null
}

async function redraw(element, address) {
  const answer = await fetch(address, { headers: { Accept: "text/vnd.turbo-stream.html" } })
  if (answer.status === 404) {
    leave(element)
  } else if (answer.ok && !answer.redirected) {
    await arriveQuietly(await answer.text())
  } else if (answer.status >= 429) {
    throw new Error("later")
  }
}

// Above its thread a post leaves a word, since a comment may be on its way below.
function leave(element) {
  const thread = element.closest("[data-full]")
  if (thread) {
    document.getElementById(`${element.id}_text`).textContent = thread.dataset.full
    document.getElementById(`${element.id}_bar`)?.remove()
  } else {
    ;(element.closest(".answer") ?? element).remove()
  }
}

function atWork(element) {
  if (!element) return false
  const parts = ["_bar", "_text"].map((part) => document.getElementById(element.id + part)).filter(Boolean)
  return parts.some(
    (part) =>
      part.querySelector(":popover-open, details[open], textarea") ||
      part.querySelector(":is(input, select):focus") ||
      [...part.querySelectorAll("video, audio")].some((film) => !film.paused),
  )
}
