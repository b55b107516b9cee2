import { expect, test } from "@/e2e/support/fixtures"
import { demo } from "@/lib/texts/en/demo"
import { mailbox } from "@/lib/texts/en/mailbox"
import { shownPeople } from "@/prisma/seed-people"
import { samplePassword } from "@/scripts/launch/sample-database"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

/** Whatever no other app says: the fixed part of each sentence, where it is long enough to be the demo's own. */
const sentences = textsIn([demo, mailbox])
  .flatMap((text) => text.split(/\{\w+\}/))
  .filter((part) => part.length >= 20)

const script = /\/_next\/static\/[^"\\\s]+?\.js/g

const ofTheDemo = [
  ...sentences,
  ...Object.values(shownPeople).flatMap(({ name, email }) => [name, email]),
  samplePassword,
  "/demo/",
]

test("without the demo's command no page, and no script that it loads, has anything of the demo, whatever the settings", async ({
  admin,
  user,
  address,
  issueTo,
  askWith,
}) => {
  const ask = askWith(await issueTo(admin))
  const everyones = ["/login", "/forgot-password", "/magic-link", "/api-docs"]
  const own = ["/account/security", "/account/security/email", "/account/history"]
  const admins = ["/admin/sessions", "/admin/users", "/admin/users/new", `/admin/users/${user.id}`]
  const pages = [...everyones, ...own, ...admins, "/admin/audit", "/admin/policy", "/demo/try-it"]
  const texts = new Map<string, string>()
  const load = async (path: string) => {
    const { status, body } = await ask(path)
    expect(status, path).toBe(path.startsWith("/demo/") ? 404 : 200)
    texts.set(path, body)
  }
  await Promise.all(pages.map(load))
  const scripts = [...texts.values()].flatMap((body) => body.match(script) ?? [])
  const loadScript = async (path: string) =>
    texts.set(path, await (await fetch(address + path)).text())
  await Promise.all([...new Set(scripts)].map(loadScript))

  expect(texts.size).toBeGreaterThan(pages.length + 10)
  expect(texts.get("/login")).toContain("Log in to your account")
  expect(sentences.length).toBeGreaterThan(15)
  for (const [where, text] of texts) {
    expect(
      ofTheDemo.filter((word) => text.includes(word)),
      where,
    ).toEqual([])
  }
})

test("without the demo's command the emails that the app writes are not there, not even for an administrator", async ({
  admin,
  address,
  issueTo,
  askWith,
  mailboxes,
  database,
}) => {
  const stranger = new HttpClient(address)
  await press(stranger, "/forgot-password", "Email me a link", { email: admin.email })
  await mailboxes.linkTo(admin.email, "password_reset")
  const [mail] = await database.sql<{ id: string }>(
    `SELECT id FROM "OutboxMail" WHERE "to" = $1`,
    admin.email,
  )
  const ask = askWith(await issueTo(admin))
  for (const path of ["/demo/mail", `/demo/mail/${mail?.id}`]) {
    expect(await ask(path), path).toMatchObject({ status: 404 })
    expect((await stranger.ask(path)).status, path).toBe(404)
  }
})

function textsIn(value: unknown): string[] {
  return typeof value === "string" ? [value] : Object.values(Object(value)).flatMap(textsIn)
}
