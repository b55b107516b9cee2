/** Every change after which tokens end by themselves, done as the app does it, under any row of the policy. */

import type { Issued, RevocationReason, TriggerEvent, TriggerRule } from "log-out-everywhere"
import { confirmEmailChange } from "@/lib/users/account/change-email"
import { changePassword } from "@/lib/users/account/change-password"
import { unlinkAccount } from "@/lib/users/account/link-account"
import { reportSession } from "@/lib/users/account/report-session"
import { setPasswordByLink } from "@/lib/users/account/set-password-by-link"
import { startPasswordReset } from "@/lib/users/account/start-password-reset"
import { changeRole, disableUser } from "@/lib/users/admin/administer-user"
import { emailLinkFor, reportLinkFor, resetLinkFor } from "@/test/mail/links"
import { actingIn, actorIn, anAdministrator, type Person, type World } from "@/test/world/people"
import { withRule } from "@/test/world/rules"

export interface TriggerAct {
  readonly reason: RevocationReason
  /** Gives the person what the change needs, and returns the secret of the link by which it is made. */
  readonly prepare: (world: World, person: Person) => Promise<string>
  readonly run: (
    world: World,
    given: { readonly person: Person; readonly current: Issued; readonly secret: string },
    rule: TriggerRule,
  ) => Promise<{ readonly ok: boolean }>
  /** The person acts in a session, which "others" spares. */
  readonly isOwn: boolean
}

const newPassword = "harbor lantern demo"
const nothing = async () => ""

export const triggerActs: Readonly<Record<Exclude<TriggerEvent, "account_deleted">, TriggerAct>> = {
  password_changed: {
    reason: "password_change",
    isOwn: true,
    prepare: nothing,
    run(world, { person, current }, rule) {
      const asked = { currentPassword: person.password, newPassword, endsOthers: true }
      const change = { ...asked, device: "Firefox on Linux" }
      return changePassword(
        withRule(world, "password_changed", rule),
        actingIn(person, current),
        change,
      )
    },
  },
  password_reset: {
    reason: "password_reset",
    isOwn: false,
    prepare: resetLinkFor,
    run(world, { secret }, rule) {
      const device = { device: "Firefox on Linux" }
      const asked = { purpose: "password_reset", secret, newPassword } as const
      const reset = { ...asked, device, nameOf: String }
      return setPasswordByLink(withRule(world, "password_reset", rule), reset)
    },
  },
  reset_started_by_admin: {
    reason: "reset_by_admin",
    isOwn: false,
    prepare: nothing,
    run: async (world, { person }, rule) =>
      startPasswordReset(
        withRule(world, "reset_started_by_admin", rule),
        await anAdministrator(world),
        person.id,
      ),
  },
  email_changed: {
    reason: "email_change",
    isOwn: true,
    prepare: (world, person) => emailLinkFor(world, person, `new-${person.email}`),
    run(world, { current, secret }, rule) {
      const confirmation = { secret, currentTokenId: current.token.id, address: null }
      return confirmEmailChange(withRule(world, "email_changed", rule), confirmation)
    },
  },
  role_changed: {
    reason: "role_change",
    isOwn: false,
    prepare: nothing,
    run: async (world, { person }, rule) =>
      changeRole(
        withRule(world, "role_changed", rule),
        await anAdministrator(world),
        person.id,
        "admin",
      ),
  },
  account_disabled: {
    reason: "account_disabled",
    isOwn: false,
    prepare: nothing,
    run: async (world, { person }, rule) =>
      disableUser(
        withRule(world, "account_disabled", rule),
        await anAdministrator(world),
        person.id,
      ),
  },
  provider_unlinked: {
    reason: "provider_change",
    isOwn: true,
    async prepare({ stores }, { id }) {
      await stores.accounts.link(id, accountOf(id), "oidc")
      return ""
    },
    run(world, { person, current }, rule) {
      const actor = actorIn(person, current)
      return unlinkAccount(
        withRule(world, "provider_unlinked", rule),
        actor,
        accountOf(person.id),
        inWords,
      )
    },
  },
  reported: {
    reason: "reported",
    isOwn: false,
    prepare: reportLinkFor,
    run(world, { secret }, rule) {
      const report = { secret, address: null, answer: "everywhere", nameOf: String } as const
      return reportSession(withRule(world, "reported", rule), report)
    },
  },
}

const inWords = { provider: "Single sign-on", device: "Firefox on Linux" }
const accountOf = (id: string) => ({ provider: "oidc", providerAccountId: id })
