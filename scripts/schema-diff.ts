/** Writes migrations: the SQL that leads from one Prisma schema to another. Needs no database. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils"
// @ts-expect-error The package ships no types for its bindings.
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg"

const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"))

const offline = {
  provider: "postgres",
  adapterName: "offline",
  executeRaw: async () => 0,
  executeScript: async () => {},
  dispose: async () => {},
  startTransaction: async () => {
    throw new Error("A schema diff has no database.")
  },
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [5, 7, 0],
    rows: [[true, "PostgreSQL 15.0", 150000]],
  }),
}

function loadEngine() {
  const module = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")))
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bindings })
  bindings.__wbg_set_wasm(exports)
  ;(exports.__wbindgen_start as () => void)()
}

/** An empty string stands for an empty database. */
export async function schemaDiff(from: string, to: string): Promise<string> {
  loadEngine()
  const factory = {
    provider: "postgres",
    adapterName: "offline",
    connect: async () => offline,
    connectToShadowDb: async () => offline,
  }
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory as never),
  )
  const { stdout } = await engine.diff({
    from: side(from),
    to: side(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout.replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/, "")
}

function side(schema: string) {
  if (schema === "") return { tag: "empty" }
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] }
}
