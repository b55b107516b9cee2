import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import { beforeAll, expect, test } from "vitest"
import { parseEmail } from "@/lib/names/email"
import { createEmptyDatabase } from "@/test/world/database"
import { MIGRATIONS, migrate } from "./migrate"

const theMigration = "20261128210700_names"

const spellings = [
  ["info@müller.example", "info@xn--mller-kva.example"],
  ["nfd@mu\u0308ller.example", "nfd@xn--mller-kva.example"],
  ["info@faß.example", "info@xn--fa-hia.example"],
  ["post@пример.рф", "post@xn--e1afmkfd.xn--p1ai"],
  ["ann@日本語。jp", "ann@xn--wgv71a119e.jp"],
  ["ann@mail.bücher-und-brüche.example", "ann@mail.xn--bcher-und-brche-zvbl.example"],
  ["ann@😀.example", "ann@xn--e28h.example"],
  ["ann@ｅxample.com", "ann@example.com"],
  // Somebody else has the other spelling: nobody may get into two accounts.
  ["two@müller.example", "two@müller.example"],
  ["two@xn--mller-kva.example", "two@xn--mller-kva.example"],
  // No form can send it.
  ["jürgen@example.com", "jürgen@example.com"],
] as const

const names = [
  ["\u202Eevil nimda", "evil nimda"],
  ["Zoe\u0308 O’Hara", "Zoë O’Hara"],
  ["\u2066\u2069", null],
  ["Ann", "Ann"],
] as const

let client: pg.Client

beforeAll(async () => {
  const database = await createEmptyDatabase()
  client = new pg.Client(database.ownerUrl)
  await client.connect()
  await migrateToBefore(client)
  for (const [email] of spellings) await insert(email)
  for (const [index, [name]] of names.entries()) await insert(`name-${index}@example.com`, name)
  await migrate(client)
  return async () => {
    await client.end()
    await database.drop()
  }
})

test.each(spellings)("the migration keeps %s as %s", async (before, after) => {
  const { rows } = await client.query(`SELECT name FROM "User" WHERE email = $1`, [after])
  expect(rows).toEqual([{ name: `the name of ${before.normalize("NFC")}` }])
})

test("an address that is mended is what the app makes of it", () => {
  const mended = spellings.filter(([before, after]) => before !== after)
  expect(mended.map(([before]) => parseEmail(before))).toEqual(mended.map(([, after]) => after))
})

test("an address that no form can send keeps its owner from nothing but such another", async () => {
  const change = (set: string) =>
    client.query(`UPDATE "User" SET ${set} WHERE name = 'the name of jürgen@example.com'`)
  expect(await change(`image = 'a picture'`)).toMatchObject({ rowCount: 1 })
  await expect(change(`email = 'jörg@example.com'`)).rejects.toThrow("not in the spelling")
  expect(await change(`email = 'juergen@example.com'`)).toMatchObject({ rowCount: 1 })
})

test("names lose what turns the words around them about, and are composed", async () => {
  const { rows } = await client.query(
    `SELECT name FROM "User" WHERE email LIKE 'name-%' ORDER BY email`,
  )
  expect(rows.map(({ name }) => name)).toEqual(names.map(([, after]) => after))
})

test.each([
  "ann@example.com,bob@example.com",
  "not an address",
  "ann@müller.example",
  `${"a".repeat(65)}@example.com`,
  `ann@${"a.".repeat(130)}com`,
])("afterwards the database itself refuses %s", async (email) => {
  await expect(insert(email)).rejects.toThrow("not in the spelling")
})

/** Migrates as far as the release before. */
async function migrateToBefore(client: pg.Client): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "loe-before-"))
  for (const name of readdirSync(MIGRATIONS)) {
    if (name < theMigration)
      cpSync(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true })
  }
  await migrate(client, folder)
  rmSync(folder, { recursive: true })
}

const insert = (email: string, name = `the name of ${email}`) =>
  client.query(`INSERT INTO "User" (id, email, name) VALUES (gen_random_uuid(), lower($1), $2)`, [
    email,
    name,
  ])
