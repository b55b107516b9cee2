import { expect, type Page } from "playwright/test"
import type { HttpAnswer, HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

/** Asks for a link by mail, on a page that has a field for it. */
export async function askForLink(
  page: Page,
  path: "/forgot-password" | "/magic-link",
  email: string,
): Promise<void> {
  await page.goto(path)
  await page.getByLabel("Email").fill(email)
  await page.getByRole("button", { name: "Email me a link" }).click()
}

/** Chooses a password on a page to which a link led. */
export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("New password", { exact: true }).fill(password)
  await page.getByLabel("Confirm new password").fill(password)
  await page.getByRole("button", { name: "Set password" }).click()
}

/** The fields of that page. */
export const twice = (newPassword: string) => ({ newPassword, newPasswordAgain: newPassword })

/** Opens a link twice without JavaScript, as a person or a mail scanner does, and shows where it led. */
export async function openTwice(client: HttpClient, link: string): Promise<HttpAnswer> {
  await client.ask(link)
  const { status, location } = await client.ask(link)
  expect(status).toBe(303)
  return client.ask(location ?? "")
}

/** Opens a link and presses its page's button without JavaScript. */
export async function follow(
  client: HttpClient,
  link: string,
  button: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const { location } = await client.ask(link)
  return press(client, location ?? "", button, fields)
}

/** What the app says to everybody who asks for a link. */
export const sentTo = (email: string) => `If there's an account for ${email}, we've sent it a link.`

export const used = "It has already been used. Each link works only once."

/** Where a link leads whose secret no mail brought. */
export const linkTo = (purpose: string, secret: string) =>
  `/link/${purpose}?secret=${encodeURIComponent(secret)}`

/** The purpose of the mailed link that leads to a page; undefined for other pages. */
export const purposeOfPage = (path: string) => linked[path as keyof typeof linked]

const linked = {
  "/reset-password": "password_reset",
  "/invitation": "invitation",
  "/confirm-email": "email_change",
  "/undo-email-change": "email_change_undo",
  "/report": "report",
} as const
