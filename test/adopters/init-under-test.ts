import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fromPg } from "log-out-everywhere/postgres"
import pg from "pg"
import { onTestFinished } from "vitest"
import { createEmptyDatabase } from "@/test/world/database"

/** An app that has users, a hash, a mark and accounts, as Prisma makes them. */
export const tables = `
  CREATE TABLE "User" (id text PRIMARY KEY, email text, "passwordHash" text, "bannedAt" timestamptz);
  CREATE TABLE "Account" (id text PRIMARY KEY, "userId" text NOT NULL REFERENCES "User" ON DELETE CASCADE)`

export const folder = path.join(tmpdir(), `loe-init-${process.pid}`)
export const removeFolder = () => rmSync(folder, { recursive: true, force: true })

export function appWith(dependencies: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ dependencies }))
  return folder
}

export const plain = { next: "16.0.0", "next-auth": "5.0.0-beta.32", "@prisma/client": "7.0.0" }

export async function database(sql = tables) {
  const { ownerUrl, drop } = await createEmptyDatabase()
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on("error", () => {})
  onTestFinished(async () => {
    await pool.end()
    await drop()
  })
  await pool.query(sql)
  return { pool, url: ownerUrl, connection: fromPg(pool) }
}

export function heard(answer = true) {
  const said: string[] = []
  return {
    said,
    terminal: {
      say: (text: string) => void said.push(text),
      ask: async (question: string) => {
        said.push(question)
        return answer
      },
    },
  }
}

export const asked = { folder, yes: false, withoutTriggers: false }
