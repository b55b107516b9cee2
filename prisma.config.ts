import { defineConfig } from "prisma/config"

// These commands never start Prisma's native schema engine, yet insist on downloading it first.
// Any existing file satisfies them. Never set it for `migrate` or `db`, which do start it.
if (/^(generate|validate|format)$/.test(process.argv[2] ?? "")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL ?? "" },
})
