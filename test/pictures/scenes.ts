import type { Page } from "playwright/test"
import { accountPages } from "@/lib/names/account-pages"

/** What there is to photograph: the person who looks, and how they get there. */
export interface Scene {
  readonly person?: string
  readonly arrange: (page: Page) => Promise<unknown>
}

const ann = "ann@example.com"
const admin = "admin@example.com"

const open = (path: string) => (page: Page) => page.goto(path)

export const scenes: Readonly<Record<string, Scene>> = {
  login: { arrange: open("/login") },
  "login-refused": {
    async arrange(page) {
      await page.goto("/login")
      await page.getByLabel("Email").fill(ann)
      await page.getByLabel("Password").fill("not the password")
      await page.getByRole("button", { name: "Log in" }).click()
      await page.getByText("Incorrect email or password.").waitFor()
    },
  },
  "login-no-account": { arrange: open("/login?error=no_account") },
  "login-already-in": { person: ann, arrange: open("/login") },
  "log-out": { person: ann, arrange: open("/log-out") },
  "not-found": { person: ann, arrange: open("/nothing/here") },
  security: { person: ann, arrange: open("/account/security") },
  "security-unfolded": {
    person: ann,
    async arrange(page) {
      for (const details of await page.locator("details > summary").all()) await details.click()
    },
  },
  "security-dialog": {
    person: ann,
    async arrange(page) {
      await page.getByRole("button", { name: /^Log out other devices/ }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  "security-refused": {
    person: ann,
    async arrange(page) {
      await page.goto(accountPages.password)
      await page.getByLabel("Current password").fill("not my password")
      await page.getByLabel("New password", { exact: true }).fill("seven quiet herons wade")
      await page.getByLabel("Confirm new password").fill("seven quiet herons wade")
      await page.getByRole("button", { name: "Change password" }).click()
      await page.getByText("Your current password is incorrect.").waitFor()
    },
  },
  "admin-overview": { person: admin, arrange: open("/admin?span=month") },
  "admin-sessions": { person: admin, arrange: open("/admin/sessions") },
  "admin-sessions-none": { person: admin, arrange: open("/admin/sessions?q=nobody") },
  "admin-sessions-filters": {
    person: admin,
    arrange: open("/admin/sessions?address=192.0.2.0%2F24&since=2026-01-01"),
  },
  "admin-revocation": {
    person: admin,
    async arrange(page) {
      await page.goto("/admin/sessions?device=phone")
      await page.getByRole("button", { name: "Revoke everything found" }).click()
      await page.getByRole("heading", { level: 1, name: "Bulk revocation" }).waitFor()
    },
  },
  "admin-users": { person: admin, arrange: open("/admin/users") },
  "admin-user": {
    person: admin,
    async arrange(page) {
      await page.goto(`/admin/users?q=${ann}`)
      await page.getByRole("main").getByRole("table").getByRole("link").first().click()
      await page.getByRole("heading", { name: "Recent activity" }).waitFor()
    },
  },
  "admin-report": {
    person: admin,
    arrange: open("/admin/audit/report?from=2026-01-01&until=2030-01-01"),
  },
  "admin-policy": { person: admin, arrange: open("/admin/policy") },
  "admin-new-user": { person: admin, arrange: open("/admin/users/new") },
  browsers: { person: ann, arrange: open(accountPages.browsers) },
  password: { person: ann, arrange: open(accountPages.password) },
  email: { person: ann, arrange: open(accountPages.email) },
  connections: { person: ann, arrange: open(accountPages.connections) },
  "api-tokens": { person: ann, arrange: open(accountPages.apiTokens) },
  history: { person: ann, arrange: open(accountPages.history) },
  privacy: { person: ann, arrange: open(accountPages.privacy) },
  account: { person: ann, arrange: open(accountPages.account) },
  "forgot-password": { arrange: open("/forgot-password") },
  "api-docs": { arrange: open("/api-docs") },
  "admin-audit": { person: admin, arrange: open("/admin/audit") },
}

/** On the demo, where addresses have places, too. */
export const demoScenes: Readonly<Record<string, Scene>> = {
  "demo-login": { arrange: open("/login") },
  "demo-try-it": { arrange: open("/demo/try-it") },
  "demo-try-it-logged-in": { person: admin, arrange: open("/demo/try-it") },
  "demo-forgot-password": {
    async arrange(page) {
      await page.goto("/forgot-password")
      await page.getByLabel("Email").fill(ann)
      await page.getByRole("button", { name: "Email me a link" }).click()
      await page.getByText("Check your inbox").waitFor()
    },
  },
  "demo-emails": { arrange: open("/demo/mail") },
  "demo-security": { person: ann, arrange: open("/account/security") },
  "demo-admin-sessions": { person: admin, arrange: open("/admin/sessions") },
  "demo-admin-audit": { person: admin, arrange: open("/admin/audit") },
}
