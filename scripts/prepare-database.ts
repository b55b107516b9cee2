/** Brings a database to where the app can work in it: migrated, and open to the app's role. */
import pg from "pg"
import { grantToApp } from "@/prisma/grants"
import { migrate } from "@/prisma/migrate"

/** Returns the names of the migrations that it applied. One role for both needs no grants. */
export async function prepareDatabase(ownerUrl: string, appUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (owner) => {
    const applied = await migrate(owner)
    const { rows } = await owner.query("SELECT current_user AS name")
    const app = await withClient(appUrl, async (client) =>
      client.query("SELECT current_user AS name"),
    )
    if (app.rows[0].name !== rows[0].name) await grantToApp(owner, app.rows[0].name)
    return applied
  })
}

export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
