/** Pictures of every page, to look at: `npx tsx test/pictures/screenshots.ts`. Two of them go into docs/. */
import { mkdirSync } from "node:fs"
import path from "node:path"
import type { Browser, Page } from "playwright/test"
import { samplePassword } from "@/scripts/launch/sample-database"
import { freePort } from "@/scripts/postgres/embedded-server"
import { startTestApp } from "@/test/world/app"
import { launchBrowser } from "@/test/world/browser"
import { createTestDatabase } from "@/test/world/database"
import { startSampleApp } from "@/test/world/sample-app"
import { demoScenes, scenes } from "./scenes"

const folder = ".cache/screenshots"
const wide = { width: 1280, height: 800 }
const narrow = { width: 360, height: 740 }
const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [wide, narrow].map((viewport) => ({ colorScheme, viewport, reducedMotion: "reduce" as const })),
)
const inDocs = { "security-page": "/account/security", "admin-sessions": "/admin/sessions" }

const { app, stop } = await startSampleApp()
try {
  const { app: demo, stop: stopDemo } = await startTestApp(
    await freePort(),
    await createTestDatabase(),
    {},
    "nothing",
    undefined,
    undefined,
    "scripts/demo.ts",
  )
  const browser = await launchBrowser()
  // First, before each scene's log-in adds a session to the lists.
  await photographForDocs(browser, app.url)
  await photographAll(browser, app.url, scenes)
  await photographAll(browser, demo.url, demoScenes)
  await browser.close()
  await stopDemo()
} finally {
  await stop()
}

async function photographAll(browser: Browser, baseURL: string, shown: typeof scenes) {
  for (const look of looks) {
    const into = path.join(folder, `${look.colorScheme}-${look.viewport.width}`)
    mkdirSync(into, { recursive: true })
    for (const [name, { person, arrange }] of Object.entries(shown)) {
      const context = await browser.newContext({ baseURL, ...look })
      const page = await context.newPage()
      if (person) await logIn(page, person)
      await arrange(page)
      await page.screenshot({ path: path.join(into, `${name}.png`), fullPage: true })
      await context.close()
    }
    console.log(into)
  }
}

async function photographForDocs(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL, viewport: wide, colorScheme: "light" })
  const page = await context.newPage()
  await logIn(page, "admin@example.com")
  for (const [name, address] of Object.entries(inDocs)) {
    await page.goto(address)
    await page.screenshot({ path: `docs/${name}.png` })
  }
  await context.close()
}

async function logIn(page: Page, person: string) {
  await page.goto("/login")
  await page.getByLabel("Email").fill(person)
  await page.getByLabel("Password").fill(samplePassword)
  await page.getByRole("button", { name: "Log in", exact: true }).click()
  await page.getByRole("heading", { level: 1, name: "Security" }).waitFor()
}
