/**
 * Deletes a user, and every mail that still holds an address of theirs: the present one, those that they
 * had (their links to undo a change name them), and those that they asked for.
 *
 * A mail bears no owner's id, so an address that has become somebody else's keeps its mails.
 */
export const removeUser = {
  name: "user_remove",
  text: `WITH leaving AS (SELECT email FROM "User" WHERE id = $1::uuid),
    named AS (
      SELECT purpose, data->>'email' AS email FROM log_out_everywhere.token
      WHERE "userId" = $1::uuid AND purpose IN ('email_change', 'email_change_undo')),
    forgotten AS (
      DELETE FROM "OutboxMail" m WHERE m."to" IN (SELECT email FROM leaving)
        OR (EXISTS (SELECT FROM named WHERE named.email = m."to"
            AND (named.purpose = 'email_change_undo' OR m.kind = 'email_change'))
          AND NOT EXISTS (SELECT FROM "User" other WHERE other.email = m."to" AND other.id <> $1::uuid)
          AND NOT EXISTS (SELECT FROM log_out_everywhere.token_status other WHERE other."userId" <> $1::uuid
            AND other.purpose = 'email_change' AND other."isLive"
            AND other.data->>'email' = m."to")))
    DELETE FROM "User" WHERE id = $1::uuid`,
}
