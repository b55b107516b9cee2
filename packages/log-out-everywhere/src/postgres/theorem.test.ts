import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createAdopter } from "@/test/adopters/adopter"
import {
  openTheorem,
  type Proof,
  proofs,
  reads,
  type Side,
  writes,
} from "@/test/races/theorem-parties"
import { watching } from "./watch.ts"

const adopter = await createAdopter("text")
const { sql } = adopter
const theorem = await openTheorem(adopter)
const { survivors } = theorem
afterAll(async () => {
  theorem.close()
  await adopter.close()
})

beforeAll(async () => {
  await sql(`ALTER TABLE "User" ADD hash text`)
  for (const table of ["accounts", "links"]) {
    await sql(`CREATE TABLE ${table} (id serial PRIMARY KEY, "userId" text REFERENCES "User")`)
  }
})

const readme = readFileSync("packages/log-out-everywhere/README.md", "utf8")

/** What the README's table says of a cell: "0", or "some". */
function promised(read: string, write: string): string {
  const rows = readme.split("\n").map((line) => line.split("|").map((cell) => cell.trim()))
  const head = rows.find((cells) => Object.keys(writes).every((name) => cells.includes(name)))
  const row = rows.find((cells) => cells[1] === read)
  return row?.[head?.indexOf(write) ?? -1] ?? "not in the README"
}

describe.each(Object.entries(proofs))("a log-in by %s that overlaps a change", (_, proof) => {
  for (const [read, logIn] of Object.entries(reads)) {
    for (const [write, change] of Object.entries(writes)) {
      test(`reads ${read}; ${write}`, async () => {
        const alive = await survivors(logIn, change, proof)
        expect(alive === 0 ? "0" : "some").toBe(promised(read, write))
      })
    }
  }
})

describe("with the triggers, a bare write", () => {
  beforeAll(async () => {
    const hash = { kind: "password", table: "User", column: "hash" } as const
    for (const text of [hash, { kind: "provider", table: "accounts" } as const].flatMap(watching))
      await sql(text)
  })
  const bare = (on: Side, proof: Proof, id: string) => [() => on.client.query(proof.change, [id])]

  test.each(["password", "provider"] as const)(
    "of a %s leaves no log-in that took a mark",
    async (kind) => {
      const logIn = reads["a mark, before the proof"]
      expect(logIn && (await survivors(logIn, bare, proofs[kind]))).toBe(0)
    },
  )

  test("leaves one that reads the epoch after the proof, as every wrapped configuration does", async () => {
    const logIn = reads["the epoch, after the proof"]
    expect(logIn && (await survivors(logIn, bare, proofs.password))).toBeGreaterThan(0)
  })
})
