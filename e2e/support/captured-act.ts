import type { Page } from "playwright/test"

/** Does an act in the browser, and keeps its request as it was sent, to be sent again by hand. */
export async function captureAct(page: Page, act: () => Promise<void>) {
  const sent = page.waitForRequest((request) => "next-action" in request.headers())
  await act()
  const request = await sent
  const { "next-action": action = "", "content-type": type = "", accept = "" } = request.headers()
  const { origin, pathname } = new URL(request.url())
  return {
    path: pathname,
    init: {
      method: "POST",
      headers: { "Next-Action": action, "Content-Type": type, Accept: accept, Origin: origin },
      body: new Uint8Array(request.postDataBuffer() ?? []),
    },
  }
}
