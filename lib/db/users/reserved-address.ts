import type { Query } from "log-out-everywhere/postgres"

/**
 * The condition under which a link that undoes a change of address may still bring this address back,
 * to anybody but this person. Nobody else gets it meanwhile: the link would fail for good.
 */
export const isReserved = (email: string, exceptUserId: string) =>
  `EXISTS (SELECT FROM log_out_everywhere.token_status t
    WHERE t.purpose = 'email_change_undo' AND t.data->>'email' = ${email}
      AND t."userId" IS DISTINCT FROM ${exceptUserId} AND t."isLive")`

/**
 * Whether the address that this person has just been given is reserved for somebody else.
 *
 * Asked afterwards: by then the person who gave the address up has committed, and the way back with it.
 */
export async function hasReservedAddress(query: Query, userId: string): Promise<boolean> {
  return (await query(has, [userId])).length > 0
}

const has = {
  name: "user_has_reserved_address",
  text: `SELECT FROM "User" given WHERE given.id = $1::uuid AND ${isReserved("given.email", "given.id")}`,
}
