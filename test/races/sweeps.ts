import { prepareSweep } from "@/lib/db/desk/prepare-sweep"
import { workOn } from "@/lib/db/sweep-worker"
import { readTokenFilter, type TokenQuery } from "@/lib/names/token-filter"
import { confirmSweep } from "@/lib/users/admin/sweep/steer-sweep"
import type { Actor } from "@/lib/users/ports/user"
import { addPerson, anAdministrator, issueTo, type World } from "@/test/world/people"

/** What the filter finds, frozen, as one administrator previews it. */
export async function preview(
  { connection }: Pick<World, "connection">,
  by: Actor,
  query: TokenQuery,
): Promise<string> {
  const { filter } = readTokenFilter(query, new Date())
  if (!filter) throw new Error("That is no filter.")
  const asked = { byId: by.userId, operator: null, sparedId: by.tokenId, address: by.address }
  const made = await prepareSweep(connection, { query, filter, ...asked })
  if (!made.ok) throw new Error(made.failure)
  return made.value
}

/** Previewed, confirmed and done. */
export async function sweep(
  world: World,
  by: Actor,
  query: TokenQuery,
  { reason = "A network was broken into", isMailed = false } = {},
): Promise<string> {
  const id = await preview(world, by, query)
  const confirmed = await confirmSweep(world, by, { id, reason, isMailed })
  if (!confirmed.ok) throw new Error(confirmed.failure)
  await workOn(world.connection, world, id)
  return id
}

/** Two that are done, and one that nobody confirms. */
export const sweepAttack = (world: World) => ({
  max: { Sweep: 3, SweptToken: 3, SweptPerson: 2 },
  async run() {
    const by = await anAdministrator(world)
    const ann = await addPerson(world)
    for (let time = 0; time < 2; time++) {
      await issueTo(world, ann)
      await sweep(world, by, { person: ann.id }, { isMailed: true })
    }
    await issueTo(world, ann)
    await preview(world, by, { person: ann.id })
  },
})
