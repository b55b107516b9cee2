import { afterAll, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { openLane } from "./barriers"

const world = await createWorld()
const lane = openLane(world, undefined, 100)
afterAll(async () => {
  await lane.close()
  await world.close()
})

test("work that neither stops, nor waits for a lock, nor ends fails the test instead of holding it up, and the next one too", async () => {
  let end = () => {}
  const work = new Promise<void>((resolve) => {
    end = resolve
  })
  const runner = lane.begin([], () => work)
  await expect(runner.step()).rejects.toThrow("The work neither comes to its next stop")
  expect(() => lane.begin([], async () => {})).toThrow("The work before this one was left")

  end()
  await runner.finished
  expect(await runner.step()).toBe("finished")
})
