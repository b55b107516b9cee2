import type { Person, World } from "@/test/world/people"
import { logIn } from "./burst"
import { type Acknowledgement, factsOf, passwordAfter } from "./promises"

/** What is broken at the app once it is there again: it must know who may come in, and who may not. */
export async function brokenAtApp(
  world: World,
  url: string,
  person: Person,
  told: readonly Acknowledgement[],
): Promise<string[]> {
  const { changes } = await factsOf(world, person)
  const refusal = await logIn(url, person, passwordAfter(changes)).then(
    () => null,
    (error: Error) => error.message,
  )
  const ended = told.flatMap((each) => each.ended)
  const alive = await Promise.all(ended.map((device) => device.isLoggedIn()))
  return [
    ...(refusal
      ? [`Not so for ${person.id}: the password of change ${changes} opens. ${refusal}`]
      : []),
    ...(alive.includes(true) ? [`Not so for ${person.id}: who was logged out stays out.`] : []),
  ]
}
