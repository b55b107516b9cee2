import fc from "fast-check"
import { newSecret } from "log-out-everywhere"
import { expect, test } from "vitest"
import { mailedSecret } from "./mailed-secret"

const secret = `${"x_".repeat(10)}${"-y".repeat(10)}end`

test.each([
  ["as it was sent", secret],
  ["with a blank behind it", `${secret} `],
  ["with a line break behind it", `${secret}\r\n`],
  ["wrapped by a mail server", `${secret.slice(0, 20)}=\n${secret.slice(20)}`],
  ["with the soft break of one behind it", `${secret}=\n`],
  ["written in quoted-printable", `3D${secret}`],
  ["with a full stop behind it", `${secret}.`],
  ["with a comma", `${secret},`],
  ["in brackets", `${secret})`],
  ["in angle brackets", `${secret}>`],
  ["in quotes", `${secret}"`],
  ["underlined", `${secret}_`],
  ["with words behind it", `${secret}> or ask us`],
])("a secret %s is the secret", (_, text) => {
  expect(mailedSecret(text)).toBe(secret)
})

test.each([
  ["nothing", ""],
  ["half of it", secret.slice(0, 20)],
  ["all but one", secret.slice(1)],
  ["dots", "…"],
  ["blanks", " ".repeat(5_000) + secret],
])("%s is no whole secret", (_, text) => {
  expect(mailedSecret(text)).toBe("")
})

test("every secret that we send is read as it is, and nothing else than 43 characters is", () => {
  for (let sent = 0; sent < 200; sent++) {
    const made = newSecret()
    expect(mailedSecret(made)).toBe(made)
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
      expect(mailedSecret(text)).toMatch(/^(?:[\w-]{43})?$/)
    }),
  )
})
