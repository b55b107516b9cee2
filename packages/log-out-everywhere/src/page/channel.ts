/** What pages of one browser tell each other. */
export type Told = { readonly ended: string } | { readonly changed: "own" | "everyone" }

/** What is said is heard by this page, and by the browser's other pages of the same name. */
export function openChannel(name: string, hear: (told: Told) => void) {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null
  channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => hear(data))
  return {
    say(told: Told) {
      channel?.postMessage(told)
      hear(told)
    },
    close: () => channel?.close(),
  }
}
