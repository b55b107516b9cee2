import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error"
import { expect, test } from "vitest"
import { failureOfAct, failureOfPage } from "./failure"
import { refusedMark } from "./refused-mark"

const onServer = Object.assign(new Error("An error occurred in the Server Components render."), {
  digest: "3f9c0a1b2d4e5f60",
})
const inOutage = Object.assign(new Error("An error occurred."), { digest: "outage-3f9c0a1b" })
const notLoaded = Object.assign(new Error("Failed to load chunk 1.js"), { name: "ChunkLoadError" })

test.each([
  ["an action that the server does not have", new UnrecognizedActionError("gone"), "old_build"],
  ["a refusal", new Error(`${refusedMark}Too large. Nothing was done.`), "refused"],
  ["an error of the server", onServer, "error"],
  ["an outage of the server", inOutage, "outage"],
  ["a fetch that failed", new TypeError("Failed to fetch"), "unanswered"],
  ["an answer that broke off", new Error("Connection closed."), "unanswered"],
  [
    "an answer of something between",
    new Error("An unexpected response was received"),
    "unanswered",
  ],
  ["what is no error", "thrown", "unanswered"],
])("an act that meets %s", (_, error, kind) => {
  expect(failureOfAct(error).kind).toBe(kind)
})

test("a refusal brings the server's words", () => {
  const error = new Error(`${refusedMark}Too large. Nothing was done.`)
  expect(failureOfAct(error).reason).toBe("Too large. Nothing was done.")
})

test("an error of the server brings the reference under which the log has it", () => {
  expect(failureOfAct(onServer).reference).toBe("3f9c0a1b2d4e5f60")
  expect(failureOfAct(inOutage).reference).toBe("3f9c0a1b")
})

test.each([
  ["an error of its own", new TypeError("x is undefined"), true, "page"],
  ["a node that was moved", new DOMException("not a child", "NotFoundError"), true, "page"],
  ["a part that is gone", notLoaded, true, "old_build"],
  ["a part that cannot be had offline", notLoaded, false, "offline"],
  [
    "an action that the server does not have",
    new UnrecognizedActionError("gone"),
    true,
    "old_build",
  ],
  ["an error of the server", onServer, true, "outage"],
  ["an answer that broke off offline", new TypeError("network error"), false, "offline"],
])("a page that meets %s", (_, error, isOnline, kind) => {
  expect(failureOfPage(error, isOnline)).toBe(kind)
})
