import { readFile } from "node:fs/promises"
import path from "node:path"

/** What an app's `package.json` and `node_modules` say that the add-on must know. */
export interface Project {
  /** What is installed of each, or else what is asked for; null if it is neither. */
  readonly nextAuth: string | null
  readonly next: string | null
  readonly client: "prisma" | "drizzle" | "kysely" | "pg" | null
  /** Problems, one sentence each: what is wrong, and what to write. */
  readonly problems: readonly string[]
}

/** Reads an app's folder. Throws a sentence if it is none. */
export async function readProject(folder: string): Promise<Project> {
  const file = path.join(folder, "package.json")
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`There is no ${file}. Run this in your app's folder.`)
  })
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text)
  const asked: Record<string, string> = { ...devDependencies, ...dependencies }
  const versionOf = async (name: string) => {
    const installed = path.join(folder, "node_modules", name, "package.json")
    const found = await readFile(installed, "utf8").catch(() => null)
    return found ? String(JSON.parse(found).version) : (asked[name] ?? null)
  }
  const clients = {
    "@prisma/client": "prisma",
    "drizzle-orm": "drizzle",
    kysely: "kysely",
    pg: "pg",
  } as const
  const client = Object.entries(clients).find(([name]) => asked[name])?.[1] ?? null
  const nextAuth = await versionOf("next-auth")
  const next = await versionOf("next")
  return { nextAuth, next, client, problems: problemsOf(nextAuth, next) }
}

function problemsOf(nextAuth: string | null, next: string | null): string[] {
  const problems: string[] = []
  if (nextAuth && majorOf(nextAuth) < 5) {
    problems.push(
      `next-auth ${nextAuth} is not served, which \`npm install next-auth\` brings; write \`npm install next-auth@beta\` (version 5).`,
    )
  }
  if (next && majorOf(next) < 16) {
    problems.push(`next ${next} is not served; the door /next needs version 16.`)
  }
  return problems
}

const majorOf = (version: string) => Number(/\d+/.exec(version)?.[0] ?? Number.NaN)
