import { allButColours, still, violationsOn } from "@/e2e/support/accessible"
import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { pagesOfTheApp } from "@/e2e/support/form-walk"
import { linkTo, purposeOfPage } from "@/e2e/support/link-acts"
import { untranslated } from "@/e2e/support/untranslated"
import { accountPages } from "@/lib/names/account-pages"
import { inLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"

/** Longer than English, and from right to left. */
const other = { ...still, locale: "en-XB", viewport: { width: 1280, height: 720 } }

const isPersonal = (path: string) => /^\/(?:account|admin)\b/.test(path)

/** Of a path that leads nowhere, and of the pages that the demo alone has. */
const notThere = /404/

test("each page for everyone is there in another language, and holds what is longer and from right to left", async ({
  user,
  newDevice,
  issueTo,
  database,
  complaints,
}) => {
  complaints.expect(notThere)
  const page = await newDevice(other)
  const { id: tokenId } = await database.sessionOf(await issueTo(user))
  const data = { email: `new-${user.email}`, tokenId }
  const endedLink = linkTo("magic_link", "nonsense".padEnd(43, "x"))
  const paths = pagesOfTheApp().filter((path) => !isPersonal(path))
  for (const path of [...paths, endedLink, "/no-such-page"]) {
    const purpose = purposeOfPage(path)
    await page.goto(purpose ? linkTo(purpose, await issueTo(user, { purpose, data })) : path)
    await expectTranslated(page)
  }
})

test("so is each page behind log-in, with a dialog and what came of it", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
  complaints,
}) => {
  complaints.expect(notThere)
  await issueTo(admin, firefox)
  await issueTo(user, firefox)
  const t = inLanguage("en-XB", () => words("security"))
  const page = await openOnNewDevice(admin, other)
  await confirm(
    page.getByRole("button", { name: t("logOutOthers", { count: 1 }) }),
    t("logOutOthersTitle", { count: 1 }),
  )
  await expectOutcome(page, t("othersLoggedOut", { count: 1 }))
  await expectTranslated(page)
  await page.goto(accountPages.history)
  const receipt = page.locator(`main a[href^="${accountPages.history}/"]`).first()
  const receiptPath = (await receipt.getAttribute("href")) ?? ""

  for (const path of pagesOfTheApp().filter(isPersonal)) {
    await page.goto(
      path.startsWith(accountPages.history) && path.endsWith("[id]")
        ? receiptPath
        : path.replace("[id]", user.id),
    )
    await expectTranslated(page)
  }
})

async function expectTranslated(page: Page): Promise<void> {
  const html = page.locator("html")
  await expect(html).toHaveAttribute("lang", "en-XB")
  await expect(html).toHaveAttribute("dir", "rtl")
  expect.soft(await untranslated(page), page.url()).toEqual([])
  // Colours are the same in every language.
  const violations = await violationsOn(page, allButColours)
  expect
    .soft(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      page.url(),
    )
    .toEqual([])
  expect.soft(await page.evaluate(unmirrored), page.url()).toEqual([])
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 720 })
    const shown = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(await shown(), `${page.url()} at ${width}`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
}

/** Pictures that go from left to right, and network addresses that a line from right to left tears apart. */
function unmirrored(): string[] {
  const leftToRightIsolate = 0x2066
  const pictures = [...document.querySelectorAll("main svg[preserveAspectRatio=none]")]
  const unturned = pictures.filter(
    (svg) => getComputedStyle(svg).transform !== "matrix(-1, 0, 0, 1, 0, 0)",
  )
  const lines = [...document.querySelectorAll("main :not(bdi, input, code)")].flatMap((element) =>
    element.closest("bdi, [dir=ltr], code")
      ? []
      : [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE),
  )
  const torn = lines
    .map(({ textContent }) => textContent ?? "")
    .filter((text) => /[\da-f]{1,4}(?::[\da-f]{0,4}){2,}/i.test(text))
    .filter((text) => text.codePointAt(0) !== leftToRightIsolate)
  return [...unturned.map((svg) => svg.outerHTML.slice(0, 80)), ...torn]
}
