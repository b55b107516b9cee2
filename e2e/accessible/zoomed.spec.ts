import type { RunOptions } from "axe-core"
import { colours, still, violationsOn } from "@/e2e/support/accessible"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { pagesOfTheApp } from "@/e2e/support/form-walk"

/** A window of 1280 pixels, in which everything is twice as large (WCAG 1.4.4). */
const doubled = { width: 640, height: 400 }
/** A sheet of A4 between its margins, in CSS pixels. */
const sheet = { width: 718, height: 1_000 }

test("at 200 % and on paper every page behind log-in is whole, and axe finds nothing", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  for (const person of [admin, user]) await issueTo(person, firefox)
  const page = await openOnNewDevice(admin, { ...still, viewport: doubled, deviceScaleFactor: 2 })
  const paths = pagesOfTheApp()
    .filter((path) => /^\/(?:account|admin)\b/.test(path))
    .map((path) => path.replace("/users/[id]", `/users/${user.id}`))
    .filter((path) => !path.includes("["))
  expect(paths.length).toBeGreaterThan(12)
  for (const path of paths) {
    await page.goto(path)
    await expectWhole(page)
    await page.emulateMedia({ media: "print", ...still })
    await page.setViewportSize(sheet)
    await expectWhole(page, colours)
    await page.setViewportSize(doubled)
    await page.emulateMedia({ media: "screen", ...still })
  }
})

/** Nothing lies outside the window or the sheet. */
async function expectWhole(page: Page, rules?: RunOptions): Promise<void> {
  const violations = await violationsOn(page, rules)
  const found = violations.map(({ id, nodes }) => [id, nodes[0]?.target.join(" ")])
  expect.soft(found, page.url()).toEqual([])
  expect.soft(await page.evaluate(cutOff), page.url()).toEqual([])
}

/** What one would have to scroll sideways to see. */
function cutOff(): string[] {
  const all = [document.documentElement, ...document.querySelectorAll("main *")]
  return all
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter((each) => each === all[0] || /auto|scroll/.test(getComputedStyle(each).overflowX))
    .map((element) => `${element.tagName} ${element.className}`)
}
