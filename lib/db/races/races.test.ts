import { afterAll, describe, expect, test } from "vitest"
import { openLane } from "@/test/races/barriers"
import { orders, partyOf } from "@/test/races/race-orders"
import { acts, attempt, commits, inserts, logIns, newPassword } from "@/test/races/race-parts"
import { addPerson, anAdministrator, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
const administrator = await anAdministrator(world)
const [logInLane, actLane] = [openLane(world), openLane(world)]
afterAll(async () => {
  await logInLane.close()
  await actLane.close()
  await world.close()
})

const ways = Object.keys(logIns) as (keyof typeof logIns)[]
const kinds = Object.keys(acts) as (keyof typeof acts)[]

describe.each(kinds)("%s against a log-in under way", (kind) => {
  describe.each(ways)("by %s", (way) => {
    const named = orders().map((order) => [nameOf(order), order] as const)

    test.each(named)("%s", async (_, { steps, isBornBefore, isOfNewState }) => {
      const person = await addPerson(world)
      const earlier = await issueTo(world, person)
      const changed = {
        ...person,
        password: kind === "password change" ? newPassword : person.password,
      }
      const brought = await logIns[way].prepare(world.connection, isOfNewState ? changed : person)
      const result: { logIn?: Awaited<ReturnType<typeof attempt>>; act?: unknown } = {}
      const runners = {
        "log-in": logInLane.begin([logIns[way].reads, inserts, commits], async (connection) => {
          result.logIn = await attempt(way, connection, person, brought)
        }),
        act: actLane.begin(acts[kind].stops, async (connection) => {
          result.act = await acts[kind].run(connection, person, earlier, administrator)
        }),
      }
      await runners.act.step()
      await runners["log-in"].step()
      expect(await statusOf(world, earlier.secret)).toBe("active")

      for (const { step, isWaiting } of steps) {
        const halt = await runners[partyOf(step)].step()
        expect([step, halt === "waiting"]).toEqual([step, isWaiting])
        if (step === "the log-in commits" && isBornBefore) {
          expect(await statusOf(world, secretOf(result.logIn))).toBe("active")
        }
      }

      const lives = isOfNewState && kind !== "disabling" && way !== "mail"
      expect(result.act).toMatchObject({ ok: true })
      expect(await statusOf(world, earlier.secret)).not.toBe("active")
      expect(result.logIn?.issued !== undefined).toBe(isBornBefore || lives)
      expect((await statusOf(world, secretOf(result.logIn))) === "active").toBe(lives)

      const later = await attempt(
        way,
        world.connection,
        changed,
        await logIns[way].prepare(world.connection, changed),
      )
      expect((await statusOf(world, secretOf(later))) === "active").toBe(kind !== "disabling")
    })
  })
})

function nameOf({ steps }: ReturnType<typeof orders>[number]): string {
  return steps.map(({ step, isWaiting }) => (isWaiting ? `${step} (has to wait)` : step)).join(", ")
}

const secretOf = (logIn: Awaited<ReturnType<typeof attempt>> | undefined) =>
  logIn?.issued?.secret ?? ""
