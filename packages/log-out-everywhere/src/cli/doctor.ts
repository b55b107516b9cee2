import { pendingMigrations } from "../postgres/migrate.ts"
import type { Query } from "../postgres/query.ts"
import { watchedIn } from "../postgres/watch.ts"
import { findUsersTables, installedUsers, missingWatches } from "./catalogue.ts"
import { sayWatch } from "./lines.ts"
import { readProject } from "./project.ts"

/** What `doctor` found. */
export interface Findings {
  /** What is wrong, one sentence each, with what to do. */
  readonly problems: readonly string[]
  /** What holds, or is as the app chose it. */
  readonly notes: readonly string[]
}

/** Looks at an app that has the add-on: its folder, its database, and, by an address, the app as it runs. */
export async function doctor(
  query: Query,
  { folder, url }: { readonly folder: string; readonly url?: string | undefined },
): Promise<Findings> {
  const { problems } = await readProject(folder)
  const found = [{ problems, notes: [] }, await lookAtDatabase(query)]
  if (url) found.push(await lookAtApp(url))
  return {
    problems: found.flatMap((each) => each.problems),
    notes: found.flatMap((each) => each.notes),
  }
}

async function lookAtDatabase(query: Query): Promise<Findings> {
  const users = await installedUsers(query)
  if (!users) {
    const problem = "The add-on's tables are not there. Run: npx log-out-everywhere init"
    return { problems: [problem], notes: [] }
  }
  const pending = await pendingMigrations(query, users)
  const tables = await findUsersTables(query)
  const table = tables.find((each) => each.table === users.table && each.schema === users.schema)
  const watched = await watchedIn(query)
  const open = table ? await missingWatches(query, table) : []
  const ahead = await query<{ owners: number }>(raisedAhead, [])
  return {
    problems: [
      ...(pending.length > 0
        ? [
            `${pending.length} of the add-on's migrations are missing. Run: npx log-out-everywhere migrate`,
          ]
        : []),
      ...open.map(
        (watch) =>
          `No trigger sees to it that ${sayWatch(watch)}. Run \`npx log-out-everywhere init\`, or call \`loe.in(tx)\` in each transaction that writes it.`,
      ),
    ],
    notes: [
      ...watched.map(({ kind, table: on }) => `A trigger watches the ${kind} in ${on}.`),
      ...ahead
        .filter(({ owners }) => owners > 0)
        .map(
          ({ owners }) =>
            `A dump was restored: ${owners} users bear transactions to come, for an hour at most.`,
        ),
    ],
  }
}

const raisedAhead = {
  text: `SELECT count(*)::int AS owners FROM log_out_everywhere.owner
    WHERE raised >= pg_snapshot_xmax(pg_current_snapshot())`,
}

/** A page that sets a cookie when it is only read keeps an ended session alive. */
async function lookAtApp(url: string): Promise<Findings> {
  const problems: string[] = []
  const dead = "a".repeat(43)
  const names = [
    "authjs.session-token",
    "__Secure-authjs.session-token",
    "__Host-loe-session",
    "loe-session",
  ]
  for (const place of [url, new URL("/api/auth/session", url).href]) {
    for (const cookie of ["", names.map((name) => `${name}=${dead}`).join("; ")]) {
      const answer = await fetch(place, {
        headers: cookie ? { cookie } : {},
        redirect: "manual",
      }).catch(({ cause, message }) => {
        throw new Error(
          `${place} cannot be reached (${cause?.code ?? message}). Is the app running?`,
        )
      })
      const text = await answer.text()
      const set = answer.headers
        .getSetCookie()
        .filter((line) => names.some((name) => line.startsWith(`${name}=`)))
      const kept = set.filter((line) => !/;\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(line))
      if (kept.length > 0) {
        problems.push(
          `${place} sets the session's cookie on a request that only looks. Is \`auth\` still that of next-auth? Import it from what log-out-everywhere/next-auth returns.`,
        )
      }
      if (answer.status >= 500) problems.push(`${place} answers ${answer.status}.`)
      if (/"sessionToken"/.test(text)) problems.push(`${place} tells the session's secret.`)
    }
  }
  return {
    problems: [...new Set(problems)],
    notes: [`${url} was asked, with and without a dead cookie.`],
  }
}
