/** Writes migrations: the SQL that leads from one Prisma schema to another. Needs no database. */
import { externalTables } from "@/prisma/migrate"
import { type DiffTarget, openSchemaEngine } from "./schema-engine"

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

/** An empty string stands for an empty database. */
export async function schemaDiff(from: string, to: string): Promise<string> {
  const engine = await openSchemaEngine({
    provider: "postgres",
    adapterName: "offline",
    connect: async () => offline,
    connectToShadowDb: async () => offline,
  } as never)
  const { stdout } = await engine.diff({
    from: side(from),
    to: side(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [...externalTables], externalEnums: [] },
  })
  return (stdout ?? "").replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/, "")
}

function side(schema: string): DiffTarget {
  if (schema === "") return { tag: "empty" }
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] }
}
