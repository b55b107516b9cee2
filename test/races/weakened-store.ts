/** The app without one of its guards against a log-in that overlaps an act: to prove that they are needed. */
import type { Watch } from "@/test/world/watched-connection"

export type Guard = keyof typeof guards

/** Where each guard stands in our SQL, and what is there when it is taken out. */
const guards = {
  "the lock at issue": [[/FOR SHARE OF o, r|FOR NO KEY UPDATE$/, ""]],
  "the comparison at issue": [
    [/o\.epoch = \$4::int AND o\."disabledAt" IS NULL/, "TRUE"],
    [/o\."userId", o\.epoch, \$5/, 'o."userId", $4::int, $5'],
  ],
  "the comparison at the check": [
    [/o\.epoch AS "ownerEpoch"/, 't.epoch AS "ownerEpoch"'],
    [/o\."disabledAt" IS NOT NULL AS "isDisabled"/, 'FALSE AS "isDisabled"'],
  ],
} as const

const places = {
  "the lock at issue":
    /^INSERT INTO log_out_everywhere\.token|^SELECT "userId" FROM log_out_everywhere\.owner .* FOR /,
  "the comparison at issue": /^INSERT INTO log_out_everywhere\.token/,
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
