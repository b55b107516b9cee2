/**
 * Deletes a user, and every mail that still holds an address of theirs: the present one, those that they
 * had (their links to undo a change name them), and those that they asked for.
 *
 * A mail bears no owner's id, so an address that is somebody else's by now keeps its mails.
 */
export const removeUser = {
  name: "user_remove",
  text: `WITH leaving AS (SELECT email FROM "User" WHERE id = $1::uuid),
    named AS (
      SELECT purpose, data->>'email' AS email FROM "Token"
      WHERE "userId" = $1::uuid AND purpose IN ('email_change', 'email_change_undo')),
    forgotten AS (
      DELETE FROM "OutboxMail" m WHERE m."to" IN (SELECT email FROM leaving)
        OR (m."to" IN (SELECT email FROM named WHERE purpose = 'email_change_undo')
          AND NOT EXISTS (SELECT FROM "User" other WHERE other.email = m."to" AND other.id <> $1::uuid))
        OR (m.kind = 'email_change' AND m."to" IN (SELECT email FROM named WHERE purpose = 'email_change')))
    DELETE FROM "User" WHERE id = $1::uuid`,
}
