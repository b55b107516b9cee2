import { readFileSync } from "node:fs"
import { hashSecret } from "log-out-everywhere"
import { afterAll, afterEach, expect, test, vi } from "vitest"
import { requestMagicLink } from "@/lib/users/log-in/request-magic-link"
import { sourceFiles } from "@/scripts/checks/source-files"
import { linkIn } from "@/test/mail/written-mails"
import { openDoor } from "@/test/races/door"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
afterEach(() => {
  vi.useRealTimers()
})

const day = 86_400_000
const { consume } = world.verificationLinks

/** This machine's clock, and not the database's, is wrong from here on. */
const shiftClock = (days: number) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * day })
}

test.each([2, -2])(
  "a session lives on at NextAuth's endpoint where this machine's clock is off by %i days",
  async (days) => {
    const { secret, token } = await issueTo(world, await addPerson(world))
    const { sees } = openDoor(world)
    shiftClock(days)
    expect(await sees(secret)).toMatchObject({ expires: token.expiresAt.toISOString() })
    expect(await statusOf(world, secret)).toBe("active")
  },
)

test.each([2, -2])(
  "a mailed link lives as long as the policy says where this machine's clock is off by %i days",
  async (days) => {
    const { email } = await addPerson(world)
    shiftClock(days)
    for (const address of [email, `stranger${days}@example.com`]) {
      await requestMagicLink(world, { email: address, verificationToken: String })
      const secret = await linkIn(world, address, "magic_link")
      expect(await consume(address, hashSecret(secret))).not.toBe(null)
    }
    const [link] = await world.sql<{ isShort: boolean }>(
      `SELECT "expiresAt" <= now() + interval '10 minutes' AS "isShort" FROM log_out_everywhere.token
       WHERE purpose = 'magic_link' ORDER BY "issuedAt" DESC LIMIT 1`,
    )
    expect(link).toEqual({ isShort: true })
  },
)

test.each([2, -2])(
  "what is written down bears the database's time where this machine's clock is off by %i days",
  async (days) => {
    shiftClock(days)
    const { id } = await addPerson(world)
    const entry = { action: "log_out", actorId: id, targetId: id, address: null } as const
    await world.transact(({ audit }) => audit.append(entry))
    const account = { provider: "oidc", providerAccountId: id }
    await world.stores.accounts.link(id, account, "oidc")
    const born = await world.stores.users.insert({
      email: `born${days}@example.com`,
      name: null,
      image: null,
      role: "user",
      passwordHash: null,
      emailVerifiedAt: null,
    })
    const [times] = await world.sql<Record<string, boolean>>(
      `SELECT abs(extract(epoch FROM now() - e.at)) < 3600 AS event, abs(extract(epoch FROM now() - a."linkedAt")) < 3600 AS link,
         abs(extract(epoch FROM now() - u."createdAt")) < 3600 AS person
       FROM "AuditEvent" e, "Account" a, "User" u WHERE e."targetId" = $1 AND a."userId" = $1 AND u.id = $2`,
      [id, born?.id],
    )
    expect(times).toEqual({ event: true, link: true, person: true })
  },
)

test("whoever asks this machine for the time is known, and Prisma never does", () => {
  const app = sourceFiles().filter(
    (file) =>
      /^(lib|app|components|packages|auth\.ts|authentication\.ts|proxy\.ts|server\.ts)/.test(
        file,
      ) &&
      /\.tsx?$/.test(file) &&
      !/\.test\.tsx?$|under-test/.test(file),
  )
  const asking = app.filter((file) => /Date\.now\(|new Date\(\)/.test(readFileSync(file, "utf8")))
  expect(asking).toEqual([...known].sort())
  expect(readFileSync("prisma/schema.prisma", "utf8")).not.toContain("@default(now())")
})

/** Each only compares the clock with itself. */
const known = [
  // How long ago the page came, which says for how long the proof of then will do.
  "components/acts/prover.tsx",
  // When to count next, and whether news has just come. Neither is compared with a row.
  "lib/db/keep-house.ts",
  "packages/log-out-everywhere/src/live/streams.ts",
  // Sealed on the way to a provider, and compared with what is read on the way back.
  "lib/auth/entry/provider-trip.ts",
  // The rate limiter's expiries are of this clock.
  "lib/db/throttles/throttle.ts",
  // NextAuth judges its own deadlines by this clock: they are put into the database's time, and back.
  "packages/log-out-everywhere/src/next-auth/mailed-links.ts",
  "packages/log-out-everywhere/src/next-auth/row-adapter.ts",
  // The clock of a store in memory is this one.
  "packages/log-out-everywhere/src/testing/face-contract-given.ts",
  "packages/log-out-everywhere/src/testing/memory-database.ts",
  // When a line was written, as in every line of the log.
  "lib/log.ts",
  // The reader's own clock, against the server's when the page was made.
  "components/clock.tsx",
  "packages/log-out-everywhere/src/react/use-clock.ts",
  // A page for nobody has read no row, and so no clock of the database.
  "app/layout.tsx",
]
