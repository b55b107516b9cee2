import { defineConfig } from "prisma/config"
import { externalTables } from "./prisma/migrate"

// These commands never start Prisma's native schema engine, yet insist on downloading it first.
// Any existing file satisfies them. Never set it for `migrate` or `db`, which do start it.
if (/^(generate|validate|format)$/.test(process.argv[2] ?? "")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // The add-on's own migrations make these.
  experimental: { externalTables: true },
  tables: { external: externalTables },
  datasource: { url: process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL ?? "" },
})
