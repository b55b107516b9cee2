import { table } from "@/bench/report"
import type { World } from "@/test/world/people"

type Sql = World["sql"]

const tables = ["log_out_everywhere.token", `"TokenOrigin"`, `"User"`, "log_out_everywhere.owner"]

/** Of which the crowd has none: rows that acts leave, of which a sample is there. */
const sampled = [`"AuditEvent"`, `"OutboxMail"`, "log_out_everywhere.ended_epoch"]

/** `factor`: so many times the run's tokens and people are 100 million tokens of ten million people. */
export async function tableSizes(sql: Sql, factor: number): Promise<string> {
  const rows = []
  for (const name of [...tables, ...sampled]) {
    const [size] = await sql<{ rows: number; heap: number; indexes: number }>(
      `SELECT (SELECT count(*)::int FROM ${name}) AS rows, pg_table_size($1)::float8 AS heap, pg_indexes_size($1)::float8 AS indexes`,
      [name],
    )
    if (!size) continue
    const { rows: count, heap, indexes } = size
    rows.push([
      name,
      count.toLocaleString("en"),
      (heap / count).toFixed(0),
      (indexes / count).toFixed(0),
      tables.includes(name) ? gigabytes((heap + indexes) * factor) : "",
    ])
  }
  return table(["Table", "rows", "bytes a row", "of indexes", `GB × ${factor}, computed`], rows)
}

interface IndexRow {
  readonly name: string
  readonly bytes: number
  readonly entries: number
  readonly levels: number
  readonly leaves: number
  readonly fanOut: number | null
}

/** The levels above the leaves: so many pages are read before one, and all but the lowest stay in memory. */
export async function indexSizes(sql: Sql, factor: number): Promise<string> {
  await sql("CREATE EXTENSION IF NOT EXISTS pageinspect")
  const indexes = await sql<IndexRow>(depths, [tables])
  return table(
    [
      "Index",
      "MB",
      "bytes an entry",
      "levels",
      "fan-out",
      `MB × ${factor}, computed`,
      "levels then, computed",
    ],
    indexes.map(({ name, bytes, entries, levels, leaves, fanOut }) => [
      name,
      (bytes / 1e6).toFixed(0),
      (bytes / entries).toFixed(0),
      String(levels),
      fanOut?.toFixed(0) ?? "",
      ((bytes * factor) / 1e6).toFixed(0),
      fanOut ? String(Math.ceil(Math.log(leaves * factor) / Math.log(fanOut))) : "",
    ]),
  )
}

const depths = `
  SELECT c.relname AS name, pg_relation_size(c.oid)::float8 AS bytes, c.reltuples::float8 AS entries,
    (bt_metap(c.oid::regclass::text)).level::int AS levels, pages.leaves::int AS leaves,
    (pages.leaves / nullif(pages.above, 0)::float8) AS "fanOut"
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE btpo_level = 0) AS leaves, count(*) FILTER (WHERE btpo_level = 1) AS above
      FROM bt_multi_page_stats(c.oid::regclass::text, 1, -1)) pages
  WHERE i.indrelid = ANY ($1::regclass[]) AND a.amname = 'btree' AND c.reltuples > 0
  ORDER BY i.indrelid::regclass::text, bytes DESC`

const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1)
