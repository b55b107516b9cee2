import type { UsersTable } from "../postgres/layout.ts"
import type { Watched } from "../postgres/watch.ts"
import type { Project } from "./project.ts"

/** The lines that the engineer writes: the add-on writes no code of an app's. */
export function linesToWrite(users: UsersTable, { client, nextAuth }: Project): string {
  const parts = [`sessions.ts, which is new:\n\n${indented(sessions(users, client))}`]
  if (nextAuth) {
    parts.push(`auth.ts, in place of \`import NextAuth from "next-auth"\` and of \`NextAuth({\`:

    import NextAuth from "log-out-everywhere/next-auth"
    import { loe } from "./sessions"

    export const { handlers, auth, signIn, signOut } = NextAuth(loe, {

  Take out \`session: { strategy: "jwt" }\` and callbacks that read \`token\`: sessions are rows now.`)
  }
  parts.push(`For open pages that leave when their session ends, and a cache, in sessions.ts (with \`npm install pg\`):

${indented(live(client))}`)
  if (nextAuth) parts.push(pages)
  return parts.join("\n\n")
}

/** In place of the last line of sessions.ts. */
function live(client: Project["client"]): string {
  const [from, value] = connections[client ?? "pg"]
  return `import { ${from}, liveOn, postgres } from "log-out-everywhere/postgres"
import pg from "pg"

const database = ${from}(${value})
export const { streams, kept } = liveOn(database, () => {
  return new pg.Client({ connectionString: process.env.DATABASE_URL })
})
export const loe = logOutEverywhere({ store: kept(postgres(database, { users })) })`
}

const pages = `  app/api/live/route.ts, which is new, with \`currentSession\` beside \`auth\` in auth.ts:

    import { answerLive } from "log-out-everywhere/live"
    import { currentSession } from "@/auth"
    import { streams } from "@/sessions"

    export async function GET(request: Request) {
      return answerLive(streams, request, await currentSession())
    }

  And on each page behind log-in, in a client component:

    import { watchSession } from "log-out-everywhere/page"

    useEffect(() => watchSession({ url: "/api/live", person, onEnd: leave }), [person])`

const connections = {
  prisma: ["fromPrisma", "prisma", `import { prisma } from "./prisma" // where yours is`],
  drizzle: [
    "fromDrizzle",
    "db, sql",
    `import { sql } from "drizzle-orm"\nimport { db } from "./db" // where yours is`,
  ],
  kysely: ["fromKysely", "db", `import { db } from "./db" // where yours is`],
  pg: ["fromPg", "pool", `import { pool } from "./db" // where yours is`],
} as const

function sessions(users: UsersTable, client: Project["client"]): string {
  const [from, value, imported] = connections[client ?? "pg"]
  const place = [
    ...(users.schema && users.schema !== "public" ? [`schema: "${users.schema}"`] : []),
    `table: "${users.table}"`,
    ...(users.id && users.id !== "id" ? [`id: "${users.id}"`] : []),
    `type: "${users.type}"`,
  ]
  return `import { logOutEverywhere } from "log-out-everywhere"
import { ${from}, postgres } from "log-out-everywhere/postgres"
${imported}

const users = { ${place.join(", ")} } as const
export const loe = logOutEverywhere({ store: postgres(${from}(${value}), { users }) })`
}

const indented = (text: string) => text.replace(/^(?=.)/gm, "    ")

/** What a watch is for, in one sentence. */
export function sayWatch({ kind, table, column }: Watched): string {
  const what = {
    password: `a new value of ${table}.${column} ends everything that its user has open`,
    disabled: `${table}.${column}, once set, ends everything and lets its user in no more`,
    provider: `a deleted row of ${table} ends everything that its user has open`,
  }
  return what[kind]
}
