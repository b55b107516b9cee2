"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { authentication } from "@/authentication"
import { withOutcome } from "@/lib/auth/outcome"
import type { ActingViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { type FormState, failed } from "@/lib/forms/form-state"
import { lineInput } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { isSameEmail } from "@/lib/names/email"
import { roles } from "@/lib/names/role"
import { alsoEnded, whatEnded } from "@/lib/texts/counts"
import type { Messages } from "@/lib/texts/translation"
import { words } from "@/lib/texts/words"
import { startPasswordReset } from "@/lib/users/account/start-password-reset"
import { changeRole, deleteUser, disableUser, enableUser } from "@/lib/users/admin/administer-user"
import { allowLogIns } from "@/lib/users/admin/allow-log-ins"
import { inviteAgain } from "@/lib/users/admin/invite-user"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { maxReasonLength } from "@/lib/users/admin/max-reason-length"

const User = z.object({ user: z.uuid() })
const LogOutInput = User.extend({
  reason: lineInput(maxReasonLength, () =>
    words("user")("reasonTooLong", { max: maxReasonLength }),
  ).default(""),
})

export const logUserOutAction = onUser(LogOutInput, async ({ actor }, { user, reason }) => {
  const { purposes } = authentication.logOutEverywhere
  const asked = { userId: user, purposes, reason: reason || null }
  return answer(await logUserOut(parts(), actor, asked), sentence, whatEnded)
})

const SwitchInput = User.extend({ to: z.enum(["enabled", "disabled"]) })

/** Disables or enables. One action for both: without JavaScript an outcome shows only in its action's form. */
export const switchAccountAction = onUser(SwitchInput, async ({ actor }, { user, to }) => {
  const t = words("user")
  if (to === "enabled") {
    return answer(await enableUser(parts(), actor, user), sentence, () => t("enabled"))
  }
  return answer(await disableUser(parts(), actor, user), sentence, (ended) =>
    alsoEnded(t("disabled"), ended),
  )
})

const RoleInput = User.extend({ role: z.enum(roles) })

export const changeRoleAction = onUser(RoleInput, async ({ actor }, { user, role }) => {
  return answer(await changeRole(parts(), actor, user, role), sentence, (ended) =>
    alsoEnded(words("user")("roleChanged"), ended),
  )
})

export const allowLogInsAction = onUser(User, async ({ actor }, { user }) => {
  return answer(await allowLogIns(parts(), actor, user), sentence, () => words("user")("allowed"))
})

const DeletionInput = User.extend({ email: z.string() })

export const deleteUserAction = onUser(DeletionInput, async ({ actor }, { user, email }) => {
  const person = await parts().stores.users.find(user)
  if (!person || !isSameEmail(email, person.email)) {
    return failed(words("form")("invalid"), { email: words("userDeletion")("mismatch") })
  }
  const result = await deleteUser(parts(), actor, user)
  if (!result.ok) return refused(result.failure, sentence)
  redirect(await withOutcome("/admin/users", "deleted", result.value))
})

/** The person gets a link by mail. No administrator ever chooses or sees a password (ASVS 6.4.6). */
export const startPasswordResetAction = onUser(User, async ({ actor }, { user }) => {
  return answer(await startPasswordReset(parts(), actor, user), sentence, (ended) =>
    alsoEnded(words("user")("resetStarted"), ended),
  )
})

export const inviteAgainAction = onUser(User, async ({ actor, name, email }, { user }) => {
  const result = await inviteAgain(parts(), actor, user, name ?? email)
  return answer(result, sentence, () => words("user")("invited"))
})

/** An act on a person. Its page is read again after a failure too: what failed may have been done by another. */
function onUser<Input extends typeof User>(
  input: Input,
  run: (viewer: ActingViewer, input: z.output<Input>) => Promise<FormState>,
) {
  return act({ gate: "admin", proof: true, input }, async (viewer, given) => {
    const state = await run(viewer, given)
    refresh()
    return state
  })
}

const sentence = (failure: keyof Messages["user"]["failures"]) =>
  words("user")(`failures.${failure}`)
