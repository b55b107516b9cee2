import fc from "fast-check"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { parseSettings } from "@/lib/settings"
import { startMailServer } from "@/test/mail/mail-server"
import { smtpTransport } from "./transport"

const server = await startMailServer()
afterAll(server.stop)

const message = {
  messageId: "<1@app.test>",
  to: "ann@example.com",
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello</p>",
}

/** Each as nodemailer and the message's grammar spell it. */
const headers = [
  "auto-submitted",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "subject",
  "to",
  "x-entity-ref-id",
]

test.each([
  "ann@example.com\r\nBcc: thief@example.com",
  "ann@example.com\nBcc: thief@example.com",
  "ann@example.com, thief@example.com",
  "ann@example.com>\r\nRCPT TO:<thief@example.com",
  "Ann <ann@example.com>",
  "friends: ann@example.com, thief@example.com;",
  `"thief@example.com "@app.test`,
  "ann@example.com thief@example.com",
  "ann(thief@example.com)@app.test",
  "ann@[127.0.0.1]",
  "ann",
  "",
])("nothing is sent to the address %j", async (to) => {
  const before = server.mails.length
  await expect(smtpTransport(server.smtp)({ ...message, to })).rejects.toThrow()
  expect(server.mails).toHaveLength(before)
})

test("whatever stands in address, subject and sender, a mail has one reader and our headers", async () => {
  const hostile = fc.string({
    unit: fc.constantFrom("\r\n", "\n", "\r", "\0", "Bcc: thief@example.com", ":", ",", ";", "<", ">", "é", "@", '"', " ", "=?utf-8?q?=0ABcc:?=", "a"),
    maxLength: 12,
  }) // biome-ignore format: a list of signs
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (subject, name, local) => {
      const before = server.mails.length
      const from = { name, address: "mail@app.test" }
      const send = smtpTransport({ ...server.smtp, from })
      await send({ ...message, subject, to: `ann${local}@example.com` }).catch(() => {})
      await send({ ...message, subject })
      const [last, other] = server.mails.slice(before).reverse()

      expect(last?.recipients).toEqual(["ann@example.com"])
      expect(other?.recipients ?? ["one"]).toHaveLength(1)
      for (const mail of server.mails.slice(before)) {
        expect([...mail.headers.keys()].filter((header) => !headers.includes(header))).toEqual([])
        expect(mail.from?.value.map(({ address }) => address)).toEqual(["mail@app.test"])
      }
    }),
    { numRuns: 30 },
  )
})

test.each([
  ["no encryption", { disabledCommands: ["AUTH", "STARTTLS"] }],
  ["a certificate that proves nothing", { hideSTARTTLS: false }],
])("to a mail server with %s a mail goes only where it may go unencrypted", async (_, options) => {
  const weak = await startMailServer(options)
  onTestFinished(weak.stop)

  const strictly = smtpTransport({ ...weak.smtp, requiresTls: true })
  await expect(strictly(message)).rejects.toThrow()
  expect(weak.mails).toHaveLength(0)

  await smtpTransport(weak.smtp)(message)
  expect(weak.mails).toHaveLength(1)
})

test("it logs in as SMTP_URL says", async () => {
  const seen: unknown[] = []
  const strict = await startMailServer({
    disabledCommands: [],
    onAuth({ username, password }, _, done) {
      seen.push([username, password])
      done(null, { user: username })
    },
  })
  onTestFinished(strict.stop)
  const { smtp } = parseSettings({
    DATABASE_URL: "postgresql://app@127.0.0.1/app",
    AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu",
    ...strict.settings,
    SMTP_URL: `smtp://app%40example.com:p%3Ass%25@127.0.0.1:${strict.smtp.port}`,
  })
  if (!smtp) throw new Error("There is a mail server.")

  await smtpTransport(smtp)(message)
  expect(seen).toEqual([["app@example.com", "p:ss%"]])
})
