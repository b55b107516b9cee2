/** The app without one of its guards against a log-in that overlaps an act: to prove that they are needed. */
import type { Watch } from "./watched-connection"

export type Guard = keyof typeof guards

/** Where each guard stands in our SQL, and what is there when it is taken out. */
const guards = {
  "the lock at issue": [[/FOR SHARE OF u, r|FOR NO KEY UPDATE$/, ""]],
  "the comparison at issue": [
    [/u\.epoch = \$4::int AND u\."disabledAt" IS NULL/, "TRUE"],
    [/u\.id, u\.epoch, \$5/, "u.id, $4::int, $5"],
  ],
  "the comparison at the check": [
    [/u\.epoch AS "ownerEpoch"/, 't.epoch AS "ownerEpoch"'],
    [/u\."disabledAt" IS NOT NULL AS "isDisabled"/, 'FALSE AS "isDisabled"'],
    // Another comparison of the same two numbers: an act ends what bears the epoch before it.
    [/e\.epoch = t\.epoch/, "FALSE"],
  ],
} as const

const places = {
  "the lock at issue": /^INSERT INTO "Token"|^SELECT id FROM "User" WHERE id = \$1::uuid FOR /,
  "the comparison at issue": /^INSERT INTO "Token"/,
  "the comparison at the check": /WHERE t\.hash = /,
} as const

/** Throws where a guard is not found: a proof that takes nothing out proves nothing. */
export function withoutGuards(out: readonly Guard[]): NonNullable<Watch["rewrite"]> {
  return (sql) =>
    out
      .filter((guard) => places[guard].test(sql))
      .flatMap((guard) => [...guards[guard]])
      .reduce((weakened, [found, instead]) => {
        if (!found.test(weakened)) throw new Error(`No guard ${found} in: ${weakened}`)
        return weakened.replace(found, instead)
      }, sql)
}
