import { newSecret } from "log-out-everywhere"
import type { Operation } from "@/lib/api/operation"
import { logOutInScope } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"
import { actorIn, addPerson, issueTo, type Person, type World } from "@/test/world/people"
import type { Call } from "./api-calls"

const ours = { "sec-fetch-site": "same-origin" }

/** A call that nothing is wrong with, on the person's other session. */
export async function callOf(
  operation: Operation,
  given: { id?: string; who?: Person },
): Promise<Call> {
  const [{ method, path, bodyType }, { id = "", who }] = [operation, given]
  const isForm = bodyType === "application/x-www-form-urlencoded"
  const type = isForm && { "content-type": bodyType }
  const headers = { ...ours, ...type, ...(who && { "rendered-for": who.id }) }
  return { method, path, id, headers, ...(isForm && { body: `token=${newSecret()}` }) }
}

/** An administrator, and a person's session that operations on one thing are about. */
export async function peopleOf(world: World, operation: Operation) {
  const ann = await addPerson(world)
  const root = await addPerson(world, { role: "admin" })
  const who = operation.access === "administrators" ? root : ann
  const target = await issueTo(world, ann)
  return { ann, root, who, target, id: await idOf() }

  async function idOf(): Promise<string> {
    const { path } = operation
    if (!path.includes("{id}")) return ""
    if (path.includes("/users/")) return ann.id
    if (!path.includes("/receipts/")) return target.token.id
    const result = await logOutInScope(world, actorIn(ann, target), otherDevices(target.token.id))
    return result.ok ? result.value.actId : ""
  }
}
