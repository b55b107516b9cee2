import { afterEach, expect, test } from "vitest"
import { keepPlaces, nowhere } from "@/lib/places/places"
import { app, sampleMails } from "@/test/mail/mails"
import { compose } from "./compose"
import { htmlPart } from "./html-part"
import { textPart } from "./text-part"

afterEach(() => keepPlaces(nowhere))

const mails = sampleMails("ann@example.com")
const near = "2001:db8::7, near Uppsala, Sweden (approximate)"
const credit = { text: "Places by Example", href: "https://places.example" }

const parts = (kind: "new_device" | "account_deleted" | "password_reset") => {
  const letter = compose(mails[kind], app)
  return [textPart(letter, app), htmlPart(letter, app)]
}

function knowUppsala() {
  const place = { city: "Uppsala", country: "Sweden" }
  keepPlaces({ find: (address) => (address === "2001:db8::7" ? place : null), credit })
}

test.each(["new_device", "account_deleted"] as const)(
  "a mail %s says near which place its address lies, and where the place is from",
  (kind) => {
    for (const part of parts(kind)) expect(part).not.toContain("approximate")
    knowUppsala()
    for (const part of parts(kind)) {
      expect(part).toContain(near)
      expect(part).toContain("Places by Example: https://places.example")
    }
  },
)

test("a mail without an address has no place and no credit line", () => {
  knowUppsala()
  for (const part of parts("password_reset")) expect(part).not.toMatch(/approximate|Places by/)
})

test("a mail whose address lies nowhere has no credit line", () => {
  keepPlaces({ find: () => null, credit })
  for (const part of parts("new_device")) expect(part).not.toMatch(/approximate|Places by/)
})
