import { expect, test } from "vitest"
import { parseSettings, settingsProblems } from "./settings"

const good = {
  DATABASE_URL: "postgresql://app:x@127.0.0.1:5432/app",
  AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu",
  MAIL_FROM: "Everywhere <mail@app.test>",
}

test.each([
  ["smtps://mail.test", { host: "mail.test", port: 465, isSecure: true, requiresTls: false }],
  ["smtp://mail.test", { host: "mail.test", port: 587, isSecure: false, requiresTls: true }],
  ["smtp://mail.test:25?requireTLS=false", { port: 25, isSecure: false, requiresTls: false }],
  ["smtp://localhost:1025", { host: "localhost", port: 1025, requiresTls: false }],
  ["smtp://[::1]:1025", { host: "::1", port: 1025, requiresTls: false }],
  ["smtps://mail.test:2465", { login: undefined }],
  ["smtps://a%40b.test:p%2Fs@mail.test", { login: { user: "a@b.test", pass: "p/s" } }],
])("%s names a mail server", (SMTP_URL, smtp) => {
  expect(parseSettings({ ...good, SMTP_URL }).smtp).toMatchObject(smtp)
})

test.each([
  ["Everywhere <mail@app.test>", { name: "Everywhere", address: "mail@app.test" }],
  [`"Everywhere, Inc." <mail@app.test>`, { name: "Everywhere, Inc.", address: "mail@app.test" }],
  ["mail@app.test", { name: "", address: "mail@app.test" }],
])("%s is a sender", (MAIL_FROM, from) => {
  const settings = parseSettings({ ...good, SMTP_URL: "smtps://mail.test", MAIL_FROM })
  expect(settings.smtp?.from).toEqual(from)
})

test.each([
  ["a mail server without a sender", { SMTP_URL: "smtps://mail.test", MAIL_FROM: "" }, "MAIL_FROM"],
  ["a sender without a mail server", {}, "SMTP_URL"],
  ["another scheme", { SMTP_URL: "https://mail.test" }, "SMTP_URL"],
  ["a name alone", { SMTP_URL: "mail.test" }, "SMTP_URL"],
  ["an option that nobody reads", { SMTP_URL: "smtps://mail.test?pool=true" }, "SMTP_URL"],
  ["a sender that is no address", { SMTP_URL: "smtps://a.test", MAIL_FROM: "Us" }, "MAIL_FROM"],
  ["two senders", { SMTP_URL: "smtps://a.test", MAIL_FROM: "a@b.test, c@d.test" }, "MAIL_FROM"],
])("%s is one problem", (_, change, name) => {
  expect(settingsProblems({ ...good, ...change })).toEqual([expect.stringContaining(name)])
})

test("without a mail server the app can start", () => {
  const { MAIL_FROM: _, ...rest } = good
  expect(parseSettings(rest).smtp).toBeUndefined()
})
