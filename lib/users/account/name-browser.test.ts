import { afterAll, expect, test } from "vitest"
import { browserNamesOf, listBrowsers } from "@/lib/db/lists/browser-list"
import { logInBy } from "@/test/races/browsers"
import { actorIn, addPerson, auditOf, createWorld } from "@/test/world/people"
import { forgetBrowser } from "./forget-browser"
import { nameBrowser } from "./name-browser"

const world = await createWorld()
afterAll(world.close)
const { connection } = world

async function someone() {
  const person = await addPerson(world)
  const { issued } = await logInBy(world, person)
  return { person, actor: actorIn(person, issued), browserId: issued.token.browserId ?? "" }
}

const namesOf = async (userId: string) =>
  (await listBrowsers(userId, connection)).map(({ ownName }) => ownName)

test("a person names their browser, names it otherwise, and takes the name away", async () => {
  const { person, actor, browserId } = await someone()
  for (const name of ["Work laptop", "Old laptop"]) {
    expect(await nameBrowser(world, actor, { browserId, name })).toEqual({ ok: true, value: null })
    expect(await namesOf(person.id)).toEqual([name])
    expect(await browserNamesOf(person.id, connection)).toEqual(new Map([[browserId, name]]))
  }
  await nameBrowser(world, actor, { browserId, name: "" })
  expect(await namesOf(person.id)).toEqual([""])
  expect(await browserNamesOf(person.id, connection)).toEqual(new Map())
})

test("nobody names another's browser, nor one that is not known any more, nor a session", async () => {
  const [one, other] = [await someone(), await someone()]
  const forgotten = (await logInBy(world, one.person)).issued.token.browserId ?? ""
  await forgetBrowser(world, one.actor, forgotten)
  for (const browserId of [other.browserId, forgotten, one.actor.tokenId]) {
    expect(await nameBrowser(world, one.actor, { browserId, name: "Mine" })).toEqual({
      ok: false,
      failure: "not_known",
    })
  }
  expect(await namesOf(other.person.id)).toEqual([""])
})

test("the audit log tells that a browser was named, and not how", async () => {
  const { person, actor, browserId } = await someone()
  await nameBrowser(world, actor, { browserId, name: "Work laptop" })
  const entries = await auditOf(world, person)
  expect(entries.at(-1)).toMatchObject({ action: "name_browser", details: { token: browserId } })
  expect(JSON.stringify(entries)).not.toContain("Work")
})
