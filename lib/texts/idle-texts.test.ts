import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { english } from "./en"

const code = sourceFiles()
  .filter((file) => /^(?:app|components|lib|scripts)\/.*\.tsx?$/.test(file))
  .filter((file) => !/\.test\.tsx?$|^lib\/texts\/en\//.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n")

/** The beginnings of keys that are put together: `http` of `http${status}.title`. */
const beginnings = [...code.matchAll(/`([\w.]+)\$\{/g)].map(([, head = ""]) => head)

test("no text is kept that nothing asks for", () => {
  const keys = Object.entries(english).flatMap(([room, texts]) =>
    keysIn(texts).map((key) => ({ room, key })),
  )
  expect(keys.length).toBeGreaterThan(600)
  expect(keys.filter(({ room, key }) => !isAsked(room, key))).toEqual([])
})

/** By its key, as one of a group, or as one of a room that is handed on whole. */
function isAsked(room: string, key: string): boolean {
  if (code.includes(`"${key}"`) || code.includes(`useMessages().${room}`)) return true
  const above = key.split(".").slice(0, -1)
  const groups = above.map((_, at) => `group("${room}", "${above.slice(0, at + 1).join(".")}")`)
  return (
    [`group("${room}")`, ...groups].some((group) => code.includes(group)) ||
    beginnings.some((head) => key.startsWith(head))
  )
}

function keysIn(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [key] : keysIn(text).map((each) => `${key}.${each}`),
  )
}
