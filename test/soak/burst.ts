import { alsoEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
/** What somebody does in a burst, over HTTP: changes the password and ends sessions without a pause. */

import { accountPages } from "@/lib/names/account-pages"
import { type HttpAnswer, HttpClient } from "@/test/http/http-client"
import { press, submit } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"
import { issueTo, type Person, type World } from "@/test/world/people"
import { type Acknowledgement, passwordAfter } from "./promises"

const path = accountPages.sessions

/**
 * Goes on until an answer does not come, or does not say that the act was done. Rejects then.
 *
 * Only the acting session is a real log-in. The sessions that it ends come straight from the library,
 * so that the app is busy with the acts that are to be interrupted, and with little else.
 */
export async function actWithoutPause(
  world: World,
  url: string,
  person: Person,
  acknowledge: (done: Acknowledgement) => void,
): Promise<never> {
  const here = await logIn(url, person, passwordAfter(0))
  const { body: page } = await here.ask(accountPages.password)
  const onNewDevice = () => openOnNewDevice(world, url, person)
  for (let changes = 1; ; changes++) {
    const before = await onNewDevice()
    const fields = changeOf(passwordAfter(changes - 1), passwordAfter(changes))
    const changed = await submit(here, accountPages.password, page, "Change password", fields)
    demand(changed, 200, alsoEnded(words("password")("changed"), { session: 1 }))
    acknowledge({ act: "change", changes, ended: [before.device] })

    const { device, tokenId } = await onNewDevice()
    demand(await revoke(here, person, tokenId), 204)
    acknowledge({ act: "revoke", tokenId, ended: [device] })

    const two = await Promise.all([onNewDevice(), onNewDevice()])
    const others = await press(here, path, "Log out other devices (2)")
    demand(others, 200, words("security")("othersLoggedOut", { count: 2 }))
    acknowledge({ act: "others", ended: two.map(({ device }) => device) })
  }
}

/** Straight at NextAuth's endpoint. */
export async function logIn(url: string, person: Person, password: string): Promise<HttpClient> {
  const device = deviceOf(url, person)
  const answer = await device.logIn({ email: person.email, password })
  demand(answer, 302)
  if (device.cookies.has(sessionCookieName)) return device
  throw new Error(`A log-in was refused: the app sent it to ${answer.location}.`)
}

async function openOnNewDevice(world: World, url: string, person: Person) {
  const { secret, token } = await issueTo(world, person)
  const device = deviceOf(url, person)
  device.cookies.set(sessionCookieName, secret)
  return { device, tokenId: token.id }
}

const deviceOf = (url: string, { address }: Person) =>
  new HttpClient(url, { "X-Forwarded-For": address })

const changeOf = (currentPassword: string, newPassword: string) => ({
  currentPassword,
  newPassword,
  newPasswordAgain: newPassword,
})

/** As a script of our own pages does. */
const revoke = (device: HttpClient, { id }: Person, tokenId: string) =>
  device.ask(`/api/v1/sessions/${tokenId}`, {
    method: "DELETE",
    headers: { "Sec-Fetch-Site": "same-origin", "Rendered-For": id },
  })

function demand({ status, body }: HttpAnswer, expected: number, words = ""): void {
  if (status === expected && body.includes(words)) return
  throw new Error(`The app answered ${status} where ${words || expected} was expected.`)
}
