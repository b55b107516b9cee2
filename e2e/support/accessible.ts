import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "playwright/test"

/** Without motion, so that no colour is judged on its way to another. */
export const still = { reducedMotion: "reduce" } as const

/** What depends on colour: all that can differ between light and dark, or between the screen and paper. */
export const rulesOfColour = ["color-contrast", "link-in-text-block"]

/** In legacy mode axe judges the page where it is, without a second page to gather the frames: there are none. */
export const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

const axes = { light: axe, dark: (page: Page) => axe(page).withRules(rulesOfColour) }

/** axe finds nothing in light or dark, and at 320 pixels nothing has to be scrolled sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a navigation within the app the title comes last.
  await expect(page).toHaveTitle(/\S/)
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, ...still })
    const { violations } = await axes[colorScheme](page).analyze()
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
