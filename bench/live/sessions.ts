import { addPerson, issueTo, type World } from "@/test/world/people"

/** Of as many people as the limit of sessions asks for. */
export async function sessionsFor(world: World, count: number) {
  const sessions = []
  while (sessions.length < count) {
    const person = await addPerson(world)
    sessions.push(...(await Promise.all(Array.from({ length: 40 }, () => issueTo(world, person)))))
  }
  return sessions
}
