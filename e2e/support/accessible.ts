import axe, { type Result, type RunOptions } from "axe-core"
import { expect, type Page } from "playwright/test"

/** Without motion, so that no colour is judged on its way to another. */
export const still = { reducedMotion: "reduce" } as const

const rulesOfColour = ["color-contrast", "link-in-text-block"]

/** What depends on colour: all that can differ between light and dark, or between the screen and paper. */
export const colours: RunOptions = { runOnly: rulesOfColour }

/** The rest, which is the same in every colour. */
export const allButColours: RunOptions = {
  rules: Object.fromEntries(rulesOfColour.map((rule) => [rule, { enabled: false }])),
}

/**
 * What axe finds wrong with a page. Its own builder for Playwright puts axe in twice for each question, and has what is
 * right described too: twice the time.
 */
export async function violationsOn(page: Page, rules: RunOptions = {}): Promise<Result[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source)
  return page.evaluate(async (options) => (await window.axe.run(document, options)).violations, {
    ...rules,
    resultTypes: ["violations" as const],
  })
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** axe finds nothing in light or dark, and at 320 pixels nothing has to be scrolled sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a navigation within the app the title comes last.
  await expect(page).toHaveTitle(/\S/)
  for (const [colorScheme, rules] of [["light"], ["dark", colours]] as const) {
    await page.emulateMedia({ colorScheme, ...still })
    const violations = await violationsOn(page, rules)
    const found = violations.map(({ id, help, nodes }) => ({
      colorScheme,
      rule: `${id}: ${help}`,
      where: nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`),
    }))
    expect(found).toEqual([])
  }
  await expectNarrow(page)
}

async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(width).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
}
