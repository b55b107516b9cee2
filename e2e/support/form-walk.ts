import { expect, type Locator, type Page } from "playwright/test"
import { sourceFiles } from "@/scripts/checks/source-files"

/** Every page that the app has, by its folder: "/admin/users/[id]". */
export const pagesOfTheApp = (): readonly string[] =>
  sourceFiles("app")
    .filter((file) => file.endsWith("/page.tsx"))
    .map((file) => file.replaceAll(/^app|\/\(private\)|\/page\.tsx$/g, "") || "/")

/** The forms of a page that act and have something to fill in. */
export async function formsToFillIn(page: Page): Promise<readonly FilledForm[]> {
  const forms = page.locator("form:has([name=renderedFor])")
  // Asked at once: a list has a form for each of its rows.
  const indexes = await forms.evaluateAll(
    (all, shown) =>
      all.flatMap((form, index) =>
        [...(form as HTMLFormElement).elements].some((field) => field.matches(shown)) ? index : [],
      ),
    shown,
  )
  const found = indexes.map(async (index) => {
    const form = forms.nth(index)
    const id = (await form.getAttribute("id")) ?? "none"
    return new FilledForm(page, form, form.locator(shown).or(page.locator(`[form="${id}"]`)))
  })
  return Promise.all(found)
}

const shown = ":is(input, select, textarea):not([type=hidden], [hidden])"
const secret = "[type=password]"

/** A form in the hands of a person who fills in all of it. */
export class FilledForm {
  readonly #page: Page
  readonly #form: Locator
  readonly #fields: Locator

  constructor(page: Page, form: Locator, fields: Locator) {
    this.#page = page
    this.#form = form
    this.#fields = fields
  }

  /** Whether anything but a choice is asked for. */
  async canBeWrong(): Promise<boolean> {
    return (await this.#fields.and(this.#page.locator(`${typedIn}, ${secret}`)).count()) > 0
  }

  /** `isWrong`: what is typed into the last field is nothing that any form takes. */
  async fillIn(isWrong: boolean): Promise<void> {
    for (const box of await this.#the("[type=checkbox]"))
      await box.setChecked(!(await box.isChecked()))
    for (const choice of await this.#the("[type=radio]")) await choice.check()
    for (const list of await this.#the("select")) {
      await list.selectOption({ index: (await list.locator("option").count()) - 1 })
    }
    for (const [index, field] of (await this.#the(secret)).entries()) {
      await field.fill(`a secret that is not back, ${index}`)
    }
    const texts = await this.#the(typedIn)
    for (const [index, field] of texts.entries()) {
      const isEmail = (await field.getAttribute("type")) === "email"
      const words = isWrong && index === texts.length - 1 ? wrong : right
      await field.evaluate((input) => input.removeAttribute("maxlength"))
      await field.fill(isEmail ? words.email : words.text)
    }
  }

  /** What stands in it, but for secrets. */
  async read(): Promise<readonly (string | boolean)[]> {
    const kept = this.#fields.and(this.#page.locator(`:not(${secret})`))
    return kept.evaluateAll((fields) =>
      fields.map((field) =>
        field instanceof HTMLInputElement && /checkbox|radio/.test(field.type)
          ? field.checked
          : (field as HTMLInputElement).value,
      ),
    )
  }

  /** Also what a browser without scripts would hold back: the server has the last word. */
  async send(): Promise<void> {
    await this.#form.evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""))
    await this.#form.locator("button[type=submit]").last().click()
    const dialog = this.#page.getByRole("alertdialog")
    const fault = this.#fields.and(this.#page.locator("[aria-invalid=true]"))
    const answer = fault.or(dialog.getByLabel("Password")).first()
    await expect(dialog.or(answer).first()).toBeVisible()
    if (await dialog.isVisible()) await dialog.getByRole("button").last().click()
    await expect(answer).toBeVisible()
  }

  async #the(selector: string): Promise<Locator[]> {
    return this.#fields.and(this.#page.locator(selector)).all()
  }
}

const typedIn = ":is(textarea, input:not([type=password], [type=checkbox], [type=radio]))"
const right = { email: "kept@example.com", text: "Kept" }
const wrong = { email: "no address", text: "too long ".repeat(200) }
