import { once } from "node:events"
import { createServer } from "node:http"
import type { Page } from "playwright/test"

type Fields = readonly (readonly [string, string])[]

export interface ForeignSite {
  /** Of another site than the app: what the app's cookies call cross-site. */
  readonly crossSite: string
  /** Of the app's site but another origin: its cookies travel, whatever SameSite says. */
  readonly sameSite: string
  readonly stop: () => void
}

/** A web server of somebody else's. Each of its pages holds one form, which the address describes. */
export async function openForeignSite(): Promise<ForeignSite> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://localhost")
    response.setHeader("Content-Type", "text/html").end(pageWith(searchParams))
  }).listen(0)
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  return {
    crossSite: `http://127.0.0.1:${port}`,
    sameSite: `http://localhost:${port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Lures a browser there, where a click sends the form to the app. */
export async function lure(page: Page, origin: string, action: string, fields: Fields = []) {
  const query = new URLSearchParams(Object.fromEntries([...fields, ["!action", action]]))
  await page.goto(`${origin}/?${query}`)
  await page.getByRole("button", { name: "Win a prize" }).click()
  await page.waitForURL((url) => url.origin !== origin)
}

/** What a form of the app's own sends: an attacker can read that from a page of the attacker's account. */
export async function fieldsOf(page: Page, button: string | RegExp): Promise<Fields> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: button }) })
  return form
    .locator("input[type=hidden]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
    )
}

function pageWith(query: URLSearchParams): string {
  const fields = [...query]
    .filter(([name]) => name !== "!action")
    .map(([name, value]) => `<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`)
  return `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">
    <form method="post" enctype="multipart/form-data" action="${quoted(query.get("!action") ?? "")}">
    ${fields.join("")}<button>Win a prize</button></form>`
}

const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
