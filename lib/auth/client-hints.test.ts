import fc from "fast-check"
import { expect, test } from "vitest"
import { keptUserAgent } from "@/lib/names/client-hints"
import { describeDevice } from "./device"

const m = "Mozilla/5.0"
const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"
const android = `${m} (Linux; Android 10; K) ${webKit} Chrome/141.0.0.0 Mobile Safari/537.36`
const windows = `${m} (Windows NT 10.0; Win64; x64) ${webKit} Chrome/141.0.0.0 Safari/537.36`

const hinted = (userAgent: string, hints: Readonly<Record<string, string>> = {}) =>
  keptUserAgent((name) => ({ "user-agent": userAgent, ...hints })[name] ?? null)

test.each([
  [{ "sec-ch-ua": `"Brave";v="141", "Chromium";v="141"` }, windows, "Brave on Windows"],
  [
    { "sec-ch-ua-platform": `"Windows"`, "sec-ch-ua-platform-version": `"15.0.0"` },
    windows,
    "Chrome on Windows 11",
  ],
  [
    { "sec-ch-ua-platform": `"Windows"`, "sec-ch-ua-platform-version": `"10.0.0"` },
    windows,
    "Chrome on Windows",
  ],
  [
    { "sec-ch-ua-platform": `"macOS"`, "sec-ch-ua-platform-version": `"15.1.0"` },
    windows,
    "Chrome on Windows",
  ],
  [{ "sec-ch-ua-model": `"Pixel 9"` }, android, "Chrome on Android (“Pixel 9”)"],
  [
    { "sec-ch-ua-model": `""`, "sec-ch-ua": `"Google Chrome";v="141"` },
    android,
    "Chrome on Android",
  ],
  [
    { "sec-ch-ua-model": `"x) Hints (brand=Brave"` },
    android,
    "Chrome on Android (“x Hints brandBrave”)",
  ],
  [
    { "sec-ch-ua": "no list", "sec-ch-ua-model": "Pixel", "sec-ch-ua-platform-version": "x" },
    android,
    "Chrome on Android",
  ],
])("with the hints %o", (hints, userAgent, title) => {
  expect(describeDevice(hinted(userAgent, hints)).title).toBe(title)
})

test("UTF-8 in a header, which Node reads as Latin-1, is read as it was meant", () => {
  const asNodeReads = Buffer.from("Zoë's App/1.0").toString("latin1")
  expect(hinted(asNodeReads)).toBe("Zoë's App/1.0")
  expect(hinted("Zo\u00EB/1.0")).toBe("Zo\u00EB/1.0")
})

test("what is kept of a user agent is bounded, one line, and turns nothing about", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), fc.string(), (text, model) => {
      const kept = hinted(text, { "sec-ch-ua-model": `"${model}"` }) ?? ""
      expect(kept.length).toBeLessThanOrEqual(2_200)
      expect(kept).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      expect(describeDevice(kept).title).not.toBe("")
    }),
    { numRuns: 300 },
  )
})
