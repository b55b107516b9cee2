import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { textsIn } from "@/test/checks/texts-in"
import { english } from "./en"
import type { Room } from "./translation"

const files = sourceFiles()
  .filter((file) => /^(?:app|components|lib|scripts)\/.*\.tsx?$/.test(file))
  .filter((file) => !/\.test\.tsx?$|^lib\/texts\/en\//.test(file))
  .map((file) => readFileSync(file, "utf8"))
const code = files.join("\n")

test("no text is kept that nothing asks for", () => {
  const rooms = Object.keys(english) as Room[]
  const idle = rooms.flatMap((room) => {
    const isAsked = asking(room)
    const keys = textsIn(english[room]).map(([key]) => key)
    return keys.filter((key) => !isAsked(key)).map((key) => `${room}.${key}`)
  })
  expect(rooms.length).toBeGreaterThan(50)
  expect(idle).toEqual([])
})

/** Whether a text of this room is asked for: by its key, by the beginning of it, in a group, or with the whole room. */
function asking(room: Room): (key: string) => boolean {
  const near = files.filter((text) => text.includes(`"${room}"`)).join("\n")
  const firsts = (pattern: RegExp) => [...near.matchAll(pattern)].map(([, first = ""]) => first)
  // `http` of `http${status}.title`.
  const beginnings = firsts(/`([\w.]+)\$\{/g)
  const groups = firsts(/\bgroup\([\w"]+, "([\w.]+)"\)/g)
  const isWhole = [`group("${room}")`, `useMessages().${room}`].some((whole) =>
    code.includes(whole),
  )
  return (key) =>
    isWhole ||
    code.includes(`"${key}"`) ||
    beginnings.some((beginning) => key.startsWith(beginning)) ||
    groups.some((group) => key.startsWith(`${group}.`))
}
