import { expect, test } from "vitest"
import { inLanguage } from "@/lib/texts/language"
import { type Mail, mailKinds } from "@/lib/users/ports/outbox"
import { app, sampleMails } from "@/test/mail/mails"
import { compose } from "./compose"
import { htmlPart } from "./html-part"
import { textPart } from "./text-part"

const mails = sampleMails("ann@example.com")

test.each(mailKinds)("the two parts of a mail %s say the same", (kind) => {
  const letter = compose(mails[kind], app)
  const words = (text: string) => text.replace(/\s+/g, " ").trim()
  const html = words(textOf(htmlPart(letter, app)))

  const paragraphs = [letter.subject, ...letter.opening, ...(letter.advice ?? [])]
  for (const part of [...paragraphs, ...(letter.closing ?? []), letter.link.address]) {
    expect(html).toContain(words(part))
    expect(textPart(letter, app)).toContain(part)
  }
  for (const [name, value] of letter.facts ?? []) {
    expect(html).toContain(`${name} ${value}`)
    expect(textPart(letter, app)).toContain(`${name}: ${value}`)
  }
})

test.each(mailKinds)("a mail %s is written in another language, from right to left", (kind) => {
  const letter = inLanguage("en-XB", () => compose(mails[kind], app))
  const html = inLanguage("en-XB", () => htmlPart(letter, app))

  expect(letter.subject).toMatch(/^\u27e6.+\u27e7$/)
  expect(html).toContain('<html lang="en-XB" dir="rtl">')
  expect(html).not.toContain("text-align:left")
})

test.each(mailKinds)("a mail %s loads nothing and runs nothing", (kind) => {
  const html = htmlPart(compose(mails[kind], app), app)

  expect(html).not.toMatch(/<(img|script|link|iframe|style|form|object)\b|url\(|@import|\son\w+=/i)
})

test("the mail of a new device names the device, its address and the time", () => {
  const text = textPart(compose(mails.new_device, app), app)

  expect(text).toContain("Device: Firefox on Linux")
  expect(text).toContain("IP address: 2001:db8::7")
  expect(text).toContain("Time: 22 Nov 2026, 11:05 UTC")
})

test.each(["password_reset", "password_changed"] as const)(
  "a mail %s names the connected logins that were removed, where there were any",
  (kind) => {
    const mail = mails[kind]
    const removing = { ...mail, facts: { ...mail.facts, removed: "GitHub, Google" } } as Mail
    expect(textPart(compose(removing, app), app)).toContain(
      "someone else may have connected them: GitHub, Google.",
    )
    expect(textPart(compose(mail, app), app)).not.toContain("connected them")
  },
)

test("the mail of a reset that an administrator started says so, and does not say to ignore it", () => {
  const mail = mails.password_reset
  const asked = textPart(compose(mail, app), app)
  const facts = { ...mail.facts, startedBy: "administrator" } as const
  const started = textPart(compose({ ...mail, facts }, app), app)

  expect(asked).toMatch(/Someone \(hopefully you\) asked .* ignore this email/s)
  expect(started).toContain("An administrator sent a password reset for")
  expect(started).not.toMatch(/hopefully you|ignore this email/)
})

test("what is not known is left out", () => {
  const { address: _, ...facts } = mails.new_device.facts
  const { text, html } = written(facts)

  expect(text).not.toContain("IP address")
  expect(html).not.toContain("IP address")
})

test("what people wrote is text, in HTML too", () => {
  const { html } = written({
    ...mails.new_device.facts,
    device: `"><a href='https://thief.test'>&amp;`,
  })

  expect(html).toContain("&quot;&gt;&lt;a href=&#39;https://thief.test&#39;&gt;&amp;amp;")
})

test("what people wrote stays on one short line", () => {
  const device = `Firefox\r\n\r\n-- \nLog in at\u2028https://thief.test\u202e${"x".repeat(5000)}`
  const { text } = written({ ...mails.new_device.facts, device })
  const line = text.split("\n").find((each) => each.startsWith("Device:"))

  expect(line).toMatch(/^Device: Firefox -- Log in at https:\/\/thief.testx+…$/)
  expect(line?.length).toBeLessThan(320)
})

function written(facts: typeof mails.new_device.facts) {
  const letter = compose({ ...mails.new_device, facts }, app)
  return { text: textPart(letter, app), html: htmlPart(letter, app) }
}

/** What a reader sees of it. */
function textOf(html: string): string {
  const body = html.slice(html.indexOf("<body"))
  return body
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
}
