import { gzipSync } from "node:zlib"
import type { Page } from "playwright/test"
import { withoutStream } from "./listening"

/** A phone of 360 pixels. */
export const phone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
} as const

/** Scripts of a page with nothing but a link and a form, by Next 16.4 and React 19.3. `npm run bench -- pages` counts them again. */
export const scriptFloor = 138_607

/** What a page costs its reader, the first time. */
export interface PageCost {
  /** How far what had been painted moved, as Cumulative Layout Shift counts it. */
  readonly shift: number
  /** What had been answered when the largest part of it was painted. */
  readonly toPaint: { readonly requests: number; readonly bytes: number }
  readonly requests: number
  /** As they came, compressed. */
  readonly bytes: number
  readonly htmlBytes: number
  readonly elements: number
  /** All scripts, compressed. */
  readonly scriptBytes: number
}

/** What its own code and its libraries add to Next's and React's. */
export const ownScripts = ({ scriptBytes }: PageCost) => scriptBytes - scriptFloor

/**
 * Opens a page with an empty cache, and its font arrives only once everything has been painted without it:
 * on this machine it would always be in time.
 */
export async function costOf(page: Page, path: string): Promise<PageCost> {
  const scripts: Promise<number>[] = []
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return
    scripts.push(response.body().then((body) => gzipSync(body).length))
  })
  await withoutStream(page)
  const letFontCome = await holdFont(page)
  await page.addInitScript(watch)
  const response = await page.goto(path, { waitUntil: "commit" })
  await page.waitForFunction(() => document.readyState !== "loading")
  await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint").length > 0,
  )
  letFontCome()
  await page.waitForLoadState("networkidle")
  await page.evaluate(painted)
  const { shift, largestPaint, answers, elements } = await page.evaluate(read)
  return {
    shift,
    toPaint: totalOf(answers.filter(({ responseEnd }) => responseEnd <= largestPaint)),
    ...totalOf(answers),
    htmlBytes: (await response?.body())?.length ?? 0,
    elements,
    scriptBytes: (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0),
  }
}

const totalOf = (answers: readonly { readonly transferSize: number }[]) => ({
  requests: answers.length,
  bytes: answers.reduce((sum, { transferSize }) => sum + transferSize, 0),
})

async function holdFont(page: Page): Promise<() => void> {
  let letGo = () => {}
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route("**/*.woff2", async (route) => {
    await isLetGo
    await route.continue()
  })
  return letGo
}

interface Watched extends Window {
  watched: { shift: number; largestPaint: number }
}

// The functions below run in the page.

function watch() {
  const watched = { shift: 0, largestPaint: 0 }
  Object.assign(window, { watched })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      }
      if (!hadRecentInput) watched.shift += value
    }
  }).observe({ type: "layout-shift", buffered: true })
  new PerformanceObserver((list) => {
    watched.largestPaint = list.getEntries().at(-1)?.startTime ?? 0
  }).observe({ type: "largest-contentful-paint", buffered: true })
}

const painted = () =>
  document.fonts.ready.then(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  )

/** Plain values: what is counted of them is counted outside. */
function read() {
  const answers = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ] as PerformanceResourceTiming[]
  return {
    ...(window as unknown as Watched).watched,
    answers: answers.map(({ responseEnd, transferSize }) => ({ responseEnd, transferSize })),
    elements: document.querySelectorAll("*").length,
  }
}
