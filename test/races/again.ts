/** Acts that a person does more often than there is room for what they leave behind. */

import { linkAccount } from "@/lib/users/account/link-account"
import { nameBrowser } from "@/lib/users/account/name-browser"
import { actorIn, issueTo, type Person, type World } from "@/test/world/people"
import { logInBy } from "./browsers"

export async function nameAgainAndAgain(world: World, person: Person): Promise<void> {
  const { issued } = await logInBy(world, person)
  const browserId = issued.token.browserId ?? ""
  for (const name of ["Laptop", "Phone", "Laptop"])
    await nameBrowser(world, actorIn(person, issued), { browserId, name })
}

export async function connectAgainAndAgain(world: World, person: Person): Promise<void> {
  const actor = actorIn(person, await issueTo(world, person))
  const account = { provider: "oidc", providerAccountId: person.id }
  const inWords = { provider: "Single sign-on", device: "Firefox on Linux" }
  for (const _ of [1, 2, 3]) await linkAccount(world, actor, account, "oidc", inWords)
}
