import type { ClientBase } from "pg"

/** What a database consists of, one line each, in a fixed order: for comparing two. */
export async function readCatalog(client: ClientBase, schema = "public"): Promise<string[]> {
  const { rows } = await client.query(
    `
    SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name
      || coalesce('(' || coalesce(character_maximum_length, datetime_precision) || ')', '')
      || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
      || coalesce(' default ' || column_default, '') AS line
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = $1 AND table_type = 'BASE TABLE'
    UNION ALL
    SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = $1
    UNION ALL
    SELECT 'key ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = $1::regnamespace AND contype IN ('p', 'u', 'f')
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = $1::regnamespace AND NOT tgisinternal
    UNION ALL
    SELECT 'enum ' || typname || ' ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder)
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid WHERE typnamespace = $1::regnamespace GROUP BY typname
    ORDER BY line`,
    [schema],
  )
  return rows.map(({ line }) => line)
}
