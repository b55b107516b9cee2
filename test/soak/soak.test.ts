import { afterAll, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { soakRaces } from "./races"

const world = await createWorld()
afterAll(world.close)

test("no session of the old state survives 180 random races", async () => {
  const { figures, broken } = await soakRaces(world, { races: 180, isGuarded: true })
  expect(broken).toEqual([])
  expect(figures.total).toMatchObject({ races: 180, survivors: 0 })
})

test("without the guards some do", async () => {
  const { broken } = await soakRaces(world, { races: 45, isGuarded: false })
  expect(broken).toEqual([])
})
