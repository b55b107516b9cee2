import { expect, test } from "vitest"
import { currentLanguage } from "@/lib/texts/language"
import { head, sendRaw } from "@/test/http/raw-http"
import { doorUnderTest } from "./door-under-test"

const get = (path: string, headers: Record<string, string> = {}) =>
  head(`GET ${path}`, { Connection: "close", ...headers })

test("what the app sees, and what is refused before, is in the language that the browser likes best", async () => {
  const other = await doorUnderTest({ languages: ["en-GB", "en-XB"] }, (_, response) =>
    response.end(currentLanguage()),
  )
  const html = { Accept: "text/html", "Accept-Language": "en-XB, en;q=0.5" }
  expect(await sendRaw(other.port, get("/login", html))).toMatch(/\r\nen-XB\r\n/)
  expect(await sendRaw(other.port, get("/login"))).toMatch(/\r\nen-GB\r\n/)
  const refused = await sendRaw(other.port, get("/%E0%A4%A", html))
  expect(refused).toMatch(/<html lang="en-XB" dir="rtl">.*<h1>\u27e6.+\u27e7<\/h1>/s)
  other.close()
})
