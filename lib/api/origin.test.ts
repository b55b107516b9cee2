import { expect, test } from "vitest"
import { isFromOurOrigin, isSafe } from "./origin"

const ours = "https://app.example.com"

test.each([
  ["a page of ours, as the browser says", { "sec-fetch-site": "same-origin" }],
  ["a page of ours in a browser that names only the origin", { origin: ours }],
])("a request is ours from %s", (_, headers) => {
  expect(isFromOurOrigin(new Headers(headers), ours)).toBe(true)
})

test.each([
  ["nowhere", {}],
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a sibling host", { "sec-fetch-site": "same-site" }],
  ["the address bar", { "sec-fetch-site": "none" }],
  ["another site that claims our origin", { "sec-fetch-site": "cross-site", origin: ours }],
  ["another origin", { origin: "https://evil.example" }],
  ["an origin that begins like ours", { origin: `${ours}.evil.example` }],
  ["our host without its scheme's s", { origin: "http://app.example.com" }],
  ["our host at another port", { origin: `${ours}:8443` }],
  ["a page without an origin", { origin: "null" }],
])("a request is not ours from %s", (_, headers) => {
  expect(isFromOurOrigin(new Headers(headers as Record<string, string>), ours)).toBe(false)
})

test.each([
  ["GET", true],
  ["HEAD", true],
  ["POST", false],
  ["DELETE", false],
  ["get ", false],
])("%s is safe: %s", (method, safe) => {
  expect(isSafe(method)).toBe(safe)
})
