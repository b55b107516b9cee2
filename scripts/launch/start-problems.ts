import { existsSync } from "node:fs"
import { readDatabase } from "@/lib/places/database"
import { settingsProblems } from "@/lib/settings"
import { databaseProblems } from "@/scripts/postgres/database-problems"
import { policyProblems } from "./policy-problems"

/** Why `npm start` must not serve, one sentence each, and all at once. */
export async function startProblems(willMigrate: boolean): Promise<string[]> {
  const { DATABASE_URL = "" } = process.env
  const wrong = settingsProblems(process.env)
  return [
    ...(await policyProblems()),
    ...wrong,
    ...(wrong.some((problem) => problem.includes("PLACE_DATABASE")) ? [] : await placeProblems()),
    ...(existsSync(".next/BUILD_ID") ? [] : ["There is no build: run `npm run build` first."]),
    ...(wrong.some((problem) => problem.includes("DATABASE_URL"))
      ? []
      : await databaseProblems(DATABASE_URL, willMigrate)),
  ]
}

async function placeProblems(): Promise<string[]> {
  const { PLACE_DATABASE } = process.env
  if (!PLACE_DATABASE) return []
  return readDatabase(PLACE_DATABASE).then(
    () => [],
    (error: Error) => [error.message],
  )
}
