import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"
import { type FilledForm, formsToFillIn, pagesOfTheApp } from "@/e2e/support/form-walk"
import { linkTo, purposeOfPage } from "@/e2e/support/link-acts"
import { secretOf } from "@/test/http/session-cookie"

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript"

  test(`in every form that is refused everything but secrets is there again${how}`, async ({
    admin,
    user,
    issueTo,
    openOnNewDevice,
    complaints,
  }) => {
    complaints.expect(notThere)
    // Something that can be ended, or its button is not there to be pressed.
    await issueTo(user)
    const page = await openOnNewDevice(admin, { javaScriptEnabled })
    const seen: string[] = []
    for (const folder of pagesOfTheApp()) {
      const purpose = purposeOfPage(folder)
      const link = purpose && linkTo(purpose, await issueTo(user, { purpose }))
      for (const form of await formsAt(page, link ?? pathOf(folder, user))) {
        if (!(await form.canBeWrong())) continue
        await expectKept(page, form, { isWrong: true })
        seen.push(folder)
      }
    }
    expect(seen.length).toBeGreaterThan(10)
  })
}

test("in every form that asks for proof everything but secrets is there again without JavaScript", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
  database,
  complaints,
}) => {
  complaints.expect(notThere)
  await issueTo(user)
  const page = await openOnNewDevice(admin, { javaScriptEnabled: false })
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  const seen: string[] = []
  for (const folder of pagesOfTheApp().filter((path) => /^\/(account|admin)/.test(path))) {
    for (const form of await formsAt(page, pathOf(folder, user))) {
      await expectKept(page, form, { isWrong: false })
      seen.push(folder)
    }
  }
  expect(seen.length).toBeGreaterThan(6)
})

/** Of what the walk has no id for, and of the mailbox, which is the demo's. */
const notThere = /404/

/** A list that no other test makes longer meanwhile. */
const pathOf = (folder: string, { id, email }: Person) =>
  folder === "/admin/sessions" ? `${folder}?q=${email}` : folder.replace("[id]", id)

/** A page that sends people elsewhere has no form. */
async function formsAt(page: Page, path: string): Promise<readonly FilledForm[]> {
  await page.goto(path)
  const isHere = path.startsWith("/link/") || new URL(page.url()).pathname === path.split("?")[0]
  return isHere ? formsToFillIn(page) : []
}

async function expectKept(
  page: Page,
  form: FilledForm,
  { isWrong }: { readonly isWrong: boolean },
): Promise<void> {
  await form.fillIn(isWrong)
  const typed = await form.read()
  await form.send()
  await expect.poll(() => form.read(), page.url()).toEqual(typed)
  expect(decodeURIComponent(page.url())).not.toMatch(/kept|too long|no address|secret that/i)
}
