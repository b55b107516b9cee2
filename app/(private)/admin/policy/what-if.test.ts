import { endablePurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { triggerActs } from "@/test/races/trigger-acts"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import { happenings, outcomesOf } from "./what-if"

const world = await createWorld()
afterAll(world.close)

/** A link of these kinds is used by the change itself, or takes the place of one that waits. */
const links = ["password_reset", "email_change", "email_change_undo", "report"]

test.each(Object.entries(triggerActs))(
  "what is foretold of %s is what ends",
  async (event, { prepare, run }) => {
    const person = await addPerson(world)
    const secret = await prepare(world, person)
    const current = await issueTo(world, person)
    for (const purpose of [...endablePurposes, "session"] as const)
      if (!links.includes(purpose)) await issueTo(world, person, { purpose })
    const before = await world.stores.tokens.countLive(person.id)
    const name = event as keyof typeof triggerActs
    const [outcome] = outcomesOf(name, before)

    const rule = authentication.triggers[name]
    expect(await run(world, { person, current, secret }, rule)).toMatchObject({ ok: true })

    const after = await world.stores.tokens.countLive(person.id)
    for (const { purpose, staying } of outcome?.purposes ?? [])
      if (!links.includes(purpose))
        expect([purpose, after[purpose] ?? 0]).toEqual([purpose, staying])
  },
)

test("everything goes with the account, and two sessions are one more than stays with the other devices", () => {
  const live = { session: 2, api: 1, report: 1 }
  expect(outcomesOf("account_deleted", live)).toEqual([
    {
      choice: null,
      sparesOwn: false,
      purposes: [
        { purpose: "session", ending: 2, staying: 0 },
        { purpose: "api", ending: 1, staying: 0 },
        { purpose: "report", ending: 1, staying: 0 },
      ],
    },
  ])
  expect(outcomesOf("log_out_others", live)[0]).toMatchObject({
    sparesOwn: true,
    purposes: [{ ending: 1, staying: 1 }, { ending: 0 }, { ending: 0 }],
  })
  expect(outcomesOf("log_out_devices", live)[0]?.purposes[1]).toMatchObject({ staying: 1 })
})

test("where the person chooses, both answers are foretold", () => {
  expect(outcomesOf("reported", { session: 1 }).map(({ choice }) => choice)).toEqual([
    "others",
    "links",
  ])
  for (const happening of happenings) expect(outcomesOf(happening, {}).length).toBeGreaterThan(0)
})
