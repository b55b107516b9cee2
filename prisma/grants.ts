import { type ClientBase, escapeIdentifier } from "pg"

/**
 * Lets the app's role work on the tables that it does not own.
 *
 * The audit log can be added to and read, not altered: a hijacker of the app cannot cover their tracks in it.
 */
export async function grantToApp(client: ClientBase, role: string): Promise<void> {
  const app = escapeIdentifier(role)
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE ON SCHEMA log_out_everywhere TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA log_out_everywhere TO ${app};
    REVOKE INSERT, UPDATE, DELETE ON log_out_everywhere.migration FROM ${app};
    REVOKE UPDATE, DELETE ON "AuditEvent" FROM ${app};
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${app};
  `)
}
