/** Random stories of two processes that keep answers, over a bad network, with clocks that are set. */
import { guards, type StoriesOptions, tellStories } from "@/test/live/lane"
import type { Outcome } from "./figures"

const lanes = 4

export async function soakProcesses({
  isGuarded,
  ...options
}: Pick<StoriesOptions, "stories" | "seed"> & { readonly isGuarded: boolean }): Promise<Outcome> {
  return isGuarded ? tellGuarded(options) : tellUnguarded(options)
}

async function tellGuarded(options: Pick<StoriesOptions, "stories" | "seed">): Promise<Outcome> {
  const tallies = await tellStories({ ...options, lanes })
  const figures = Object.fromEntries(
    tallies.map(({ stories, kept }, lane) => [`lane ${lane}`, { stories, kept }]),
  )
  const broken = tallies.flatMap((tally) => tally.broken ?? [])
  if (tallies.some(({ stories, kept }) => kept < stories / 4))
    broken.push("Too few answers came from memory: the stories prove nothing.")
  return { figures, broken, notes: [`Seed ${options.seed}.`] }
}

/** Each guard alone is taken out, and has to be missed. */
async function tellUnguarded(options: Pick<StoriesOptions, "stories" | "seed">): Promise<Outcome> {
  const figures: Record<string, { readonly stories: number; readonly missed: number }> = {}
  for (const without of guards) {
    const tallies = await tellStories({ ...options, lanes, without })
    const stories = tallies.reduce((sum, tally) => sum + tally.stories, 0)
    figures[without] = { stories, missed: tallies.filter(({ broken }) => broken).length }
  }
  const broken = Object.entries(figures)
    .filter(([, { missed }]) => missed === 0)
    .map(
      ([guard]) => `Without ${guard} nothing was accepted wrongly, so the stories prove nothing.`,
    )
  return { figures, broken, notes: [`Seed ${options.seed}.`] }
}
