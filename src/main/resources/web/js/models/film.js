const PATIENCE = 5_000
const LARGEST = 1280

// A picture out of a film, as this browser plays it; nothing where it does not.
export async function picture(film) {
  const video = Object.assign(document.createElement("video"), { muted: true, preload: "auto", src: URL.createObjectURL(film) })
  try {
    await said(video, "loadeddata")
    const found = said(video, "seeked")
    video.currentTime = Math.min(1, (video.duration || 0) / 2)
    await found
    return await drawn(video)
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(video.src)
  }
}

function drawn(video) {
  const part = Math.min(1, LARGEST / Math.max(video.videoWidth, video.videoHeight))
  const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth * part, height: video.videoHeight * part })
  canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9))
}

function said(video, event) {
  return new Promise((done, refused) => {
    video.addEventListener(event, done, { once: true })
    video.addEventListener("error", refused, { once: true })
    setTimeout(refused, PATIENCE)
  })
}
