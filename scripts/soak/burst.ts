/**
 * The process that is killed: for each person it changes passwords and ends sessions as fast as it can.
 *
 * What was done is told on standard output, in one write, before the next act begins: whoever reads
 * it has what was acknowledged, whatever happens to this process.
 */
import { writeSync } from "node:fs"
import { connect } from "@/lib/db/client"
import { type Issued, tokenPurposes } from "@/lib/tokens"
import { changePassword } from "@/lib/users/change-password"
import { logOutInScope, revokeSession } from "@/lib/users/log-out"
import { otherDevices } from "@/lib/users/scopes"
import { actingIn, actorIn, issueTo, type Person, partsOn } from "@/scripts/test-people"
import { type Acknowledgement, passwordAfter } from "./promises"

const [url = "", given = "[]"] = process.argv.slice(2)
const people: readonly Person[] = JSON.parse(given)
const connection = connect(url)
const { stores, transact, throttle } = partsOn(connection)

await Promise.allSettled(people.map(busy))
process.exit()

/** Ends with the first error: the database is gone. */
async function busy(person: Person): Promise<never> {
  let current = await issueTo({ stores }, person)
  const actor = actorIn(person, current)
  for (let changes = 1; ; changes++) {
    await issueTo({ stores }, person)
    const secret = await change(person, current, changes)
    current = { ...current, secret }
    acknowledge({ personId: person.id, act: "change", changes })

    const { token } = await issueTo({ stores }, person)
    await revokeSession(transact, actor, token.id)
    acknowledge({ personId: person.id, act: "revoke", tokenId: token.id })

    await Promise.all([issueTo({ stores }, person), issueTo({ stores }, person)])
    await logOutInScope(transact, actor, otherDevices(current.token.id))
    acknowledge({ personId: person.id, act: "others" })
  }
}

async function change(person: Person, session: Issued, changes: number) {
  const asked = {
    session: actingIn(person, session),
    currentPassword: passwordAfter(changes - 1),
    newPassword: passwordAfter(changes),
    device: "a burst",
  }
  const rule = { scope: "everywhere", purposes: tokenPurposes } as const
  const changed = await changePassword(stores.users, throttle, transact, asked, rule)
  if (!changed.ok) throw new Error(`A password change of the burst failed: ${changed.failure}.`)
  return changed.value.secret
}

function acknowledge(done: Acknowledgement): void {
  writeSync(1, `${JSON.stringify(done)}\n`)
}
