import { expect, test } from "vitest"
import { languageFor } from "./language"

test.each([
  ["none is asked for", undefined, "en-GB"],
  ["any will do", "*", "en-GB"],
  ["none that is asked for is offered", "fr, de;q=0.5", "en-GB"],
  ["a wider one is asked for", "fr, en;q=0.5", "en-GB"],
  ["another is asked for", "en-XB", "en-XB"],
  ["another is liked better", "en-GB;q=0.5, en-XB;q=0.9", "en-XB"],
  ["what is asked for cannot be read", ";;q=,\u0000", "en-GB"],
])("where %s", (_, asked, language) => {
  const headers = asked === undefined ? {} : { "accept-language": asked }
  expect(languageFor(headers, ["en-GB", "en-XB"])).toBe(language)
})

test("a language that is not offered is not given", () => {
  expect(languageFor({ "accept-language": "en-XB" }, ["en-GB"])).toBe("en-GB")
})
