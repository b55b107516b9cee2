/** examples/next-auth-prisma in its own folder, built and running. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { freePort } from "@/scripts/postgres/embedded-server"
import { withClient } from "@/scripts/postgres/prepare-database"
import { startOpenIdProvider } from "@/test/http/openid-provider"
import { createEmptyDatabase } from "@/test/world/database"
import { type BuiltApp, runIn, serveIn, settingsFor } from "./built-app"
import { installFrom } from "./installed"

const example = "examples/next-auth-prisma"
/** What is made in its folder, and not written. */
const made =
  /^(?:node_modules|\.next.*|lib\/generated|next-env\.d\.ts|tsconfig\.tsbuildinfo)(?:\/|$)/

/** The app, with the provider that it knows of and its own database. */
export async function layOutExample() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-example-")))
  cpSync(example, folder, { recursive: true, filter: (file) => !isMade(file) })
  const { dependencies, devDependencies } = packageIn(folder)
  const compilers = Object.keys(packageIn("node_modules/next").optionalDependencies)
  const names = [dependencies, devDependencies].flatMap((each) => Object.keys(each))
  installFrom(".", folder, [...names, ...compilers.filter((each) => each.startsWith("@next/swc"))])

  const database = await createEmptyDatabase()
  const reached = { url: database.ownerUrl }
  const [port, oidcPort] = [await freePort(), await freePort()]
  const issuer = `http://127.0.0.1:${oidcPort}`
  const oidc = { issuer, port: oidcPort, clientId: "shop", clientSecret: "of the shop" }
  const stopProvider = await startOpenIdProvider({ url: `http://localhost:${port}`, oidc })
  const settings = {
    ...settingsFor(reached, port),
    ...{ AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_ID: oidc.clientId },
    AUTH_OIDC_SECRET: oidc.clientSecret,
  }
  const sql = (text: string) => withClient(reached.url, (client) => client.query(text))
  const run = (...command: readonly [string, ...string[]]) => runIn(folder, command, settings)
  let app: BuiltApp | undefined

  return {
    folder,
    settings,
    issuer,
    url: `http://localhost:${port}`,
    /** What the database answers, row by row. */
    sql: async <Row>(text: string): Promise<readonly Row[]> => (await sql(text)).rows,
    /** Whether a session was touched within the last minute. */
    async isTouched(): Promise<boolean> {
      const { rows } = await sql(
        `SELECT bool_or("lastActiveAt" > now() - interval '1 minute') AS is FROM log_out_everywhere.token`,
      )
      return rows[0].is
    },
    run,
    async makeTables() {
      // These never start Prisma's own engine, yet insist on one being there.
      const engine = { ...settings, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
      await runIn(folder, ["prisma/build/index.js", "generate"], engine)
      const migration = "prisma/migrations/20260301090000_init/migration.sql"
      await sql(readFileSync(path.join(folder, migration), "utf8"))
      await run("tsx/dist/cli.mjs", "prisma/seed.ts")
    },
    build: () => run("next/dist/bin/next", "build"),
    /** Puts a build aside, or back. */
    move(from: string, to: string) {
      rmSync(path.join(folder, to), { recursive: true, force: true })
      renameSync(path.join(folder, from), path.join(folder, to))
    },
    async serve() {
      await app?.stop()
      app = await serveIn(folder, reached, settings, port)
    },
    async remove() {
      await app?.stop()
      stopProvider()
      await database.drop()
      rmSync(folder, { recursive: true })
    },
  }
}

const isMade = (file: string) => made.test(path.relative(example, file))

const packageIn = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"))
