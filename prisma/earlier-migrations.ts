import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { MIGRATIONS } from "./migrate"

/** A folder with the migrations up to this one, for the work: an older release's database, in a test. */
export async function withMigrationsUntil<Value>(
  last: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  const names = readdirSync(MIGRATIONS).filter((name) => name <= last)
  if (!names.includes(last)) throw new Error(`There is no migration ${last}.`)
  const folder = mkdtempSync(path.join(tmpdir(), "loe-migrations-"))
  try {
    for (const name of names) {
      cpSync(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true })
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
