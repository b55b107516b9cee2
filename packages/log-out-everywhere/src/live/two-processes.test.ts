import { expect, test } from "vitest"
import { tellStories } from "@/test/live/lane"

test("two processes that keep answers accept nothing for longer than a lease after its end, and refuse nothing that is live", async () => {
  const [stories, lanes] = [300, 3]
  const seed = Date.now() % 2 ** 31
  process.stdout.write(`Two processes: seed ${seed}.\n`)
  const tallies = await tellStories({ stories, lanes, seed })
  expect(tallies.map(({ broken }) => broken)).toEqual(Array(lanes).fill(null))
  const sum = (what: "stories" | "kept") => tallies.reduce((so, tally) => so + tally[what], 0)
  expect(sum("stories")).toBe(stories)
  // Else they would prove nothing of a cache.
  expect(sum("kept")).toBeGreaterThan(stories / 10)
}, 240_000)

test("without a trigger they do not hold", async () => {
  const options = { stories: 300, lanes: 1, seed: 1, without: "the trigger on tokens" } as const
  const [{ broken } = { broken: null }] = await tellStories(options)
  expect(broken).toContain("accepted a session that had ended")
}, 240_000)
