import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { releaseOf } from "./alike-builds"

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex")

test("the same sources are the same release, and others another", () => {
  expect(releaseOf(hashOf("one"))).toEqual(releaseOf(hashOf("one")))
  const [one, other] = [releaseOf(hashOf("one")), releaseOf(hashOf("other"))]
  expect(one.actionKey).not.toBe(other.actionKey)
  expect(one.buildId).not.toBe(other.buildId)
})

test("its key is one of AES-256, and its id holds figures alone", () => {
  const { actionKey, buildId } = releaseOf(hashOf("one"))
  expect(Buffer.from(actionKey, "base64")).toHaveLength(32)
  expect(buildId).toMatch(/^\d{10,}$/)
})

test("no action closes over anything: each stands in a file of actions, and in none of another kind", () => {
  const files = sourceFiles().filter((file) =>
    /^(?:app|components|lib|packages)\/.*\.tsx?$/.test(file),
  )
  const directive = /["']use (?:server|cache)/g
  const found = files
    .map((file) => [file, readFileSync(file, "utf8")] as const)
    .filter(([file, text]) => !file.endsWith(".test.ts") && text.match(directive))
  expect(found.length).toBeGreaterThan(5)
  for (const [file, text] of found) {
    expect(text, file).toMatch(/^"use server"\n/)
    expect(text.match(directive), file).toHaveLength(1)
  }
})
