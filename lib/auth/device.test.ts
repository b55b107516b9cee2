import fc from "fast-check"
import { expect, test } from "vitest"
import { describeDevice } from "./device"

const mozilla = "Mozilla/5.0"
const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"

test.each([
  [
    `${mozilla} (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0`,
    "Firefox on Linux",
    "desktop",
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webKit} Chrome/141.0.0.0 Safari/537.36`,
    "Chrome on Windows",
    "desktop",
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webKit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
    "Microsoft Edge on Windows",
    "desktop",
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webKit} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`,
    "Opera on Windows",
    "desktop",
  ],
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`,
    "Safari on macOS",
    "desktop",
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1`,
    "Safari on iOS",
    "phone",
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`,
    "Chrome on iOS",
    "phone",
  ],
  [
    `${mozilla} (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1`,
    "Safari on iOS",
    "tablet",
  ],
  [
    `${mozilla} (Linux; Android 10; K) ${webKit} Chrome/141.0.0.0 Mobile Safari/537.36`,
    "Chrome on Android",
    "phone",
  ],
  [
    `${mozilla} (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0`,
    "Firefox on Android",
    "phone",
  ],
  [
    `${mozilla} (Linux; Android 14; SM-X910) ${webKit} Chrome/141.0.0.0 Safari/537.36`,
    "Chrome on Android",
    "tablet",
  ],
  [
    `${mozilla} (Linux; Android 15; SAMSUNG SM-S938B) ${webKit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet on Android",
    "phone",
  ],
  [
    `${mozilla} (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/141.0.0.0 Safari/537.36`,
    "Chrome on Chrome OS",
    "desktop",
  ],
  ["curl/8.14.1", "curl", "script"],
  ["python-requests/2.32.5", "python-requests", "script"],
  ["node", "Unknown device", "unknown"],
  ["", "Unknown device", "unknown"],
  [null, "Unknown device", "unknown"],
  [`${mozilla} (compatible)`, "Unknown device", "unknown"],
  [" ", "Unknown device", "unknown"],
])("%s", (userAgent, title, kind) => {
  expect(describeDevice(userAgent)).toEqual({ title, kind })
})

test("no user agent, however odd or long, is an error", () => {
  const words = fc.constantFrom(
    "Mozilla/5.0",
    "(",
    ")",
    "Chrome/",
    "Version/",
    "Android",
    ";",
    "\0",
    "🦊",
    "x".repeat(300),
  )
  const userAgent = fc.oneof(
    fc.string(),
    fc.array(words).map((each) => each.join(" ").slice(0, 1_000)),
  )
  fc.assert(
    fc.property(userAgent, (text) => {
      expect(describeDevice(text).title).not.toBe("")
    }),
    { numRuns: 1_000 },
  )
})
