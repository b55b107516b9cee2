"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { z } from "zod"
import { act } from "@/app/act"
import { authentication } from "@/authentication"
import { withOutcome } from "@/lib/auth/outcome"
import type { ActingViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { done, type FormState, failed } from "@/lib/forms/form-state"
import { lineInput } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { isSameEmail } from "@/lib/names/email"
import { roles } from "@/lib/names/role"
import { texts } from "@/lib/texts"
import { startPasswordReset } from "@/lib/users/account/start-password-reset"
import { changeRole, deleteUser, disableUser, enableUser } from "@/lib/users/admin/administer-user"
import { allowLogIns } from "@/lib/users/admin/allow-log-ins"
import { inviteAgain } from "@/lib/users/admin/invite-user"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { longestReason } from "@/lib/users/admin/longest-reason"

const words = texts.admin.user

const User = z.object({ user: z.uuid() })
const LogOutInput = User.extend({
  reason: lineInput(longestReason, words.reasonTooLong(longestReason)).default(""),
})

export const logUserOutAction = onUser(LogOutInput, async ({ actor }, { user, reason }) => {
  const { purposes } = authentication.logOutEverywhere
  const asked = { userId: user, purposes, reason: reason || null }
  const result = await logUserOut(parts(), actor, asked)
  return result.ok ? done(words.loggedOut(result.value)) : refused(result.failure, words.failures)
})

const SwitchInput = User.extend({ to: z.enum(["enabled", "disabled"]) })

/** Disables or enables. One action for both: without JavaScript an outcome shows only in its action's form. */
export const switchAccountAction = onUser(SwitchInput, async ({ actor }, { user, to }) => {
  if (to === "enabled") {
    const result = await enableUser(parts(), actor, user)
    return result.ok ? done(words.enabled) : refused(result.failure, words.failures)
  }
  const result = await disableUser(parts(), actor, user)
  return result.ok ? done(words.disabled(result.value)) : refused(result.failure, words.failures)
})

const RoleInput = User.extend({ role: z.enum(roles) })

export const changeRoleAction = onUser(RoleInput, async ({ actor }, { user, role }) => {
  const result = await changeRole(parts(), actor, user, role)
  return result.ok ? done(words.roleChanged(result.value)) : refused(result.failure, words.failures)
})

export const allowLogInsAction = onUser(User, async ({ actor }, { user }) => {
  const result = await allowLogIns(parts(), actor, user)
  return result.ok ? done(words.allowed) : refused(result.failure, words.failures)
})

const DeletionInput = User.extend({ email: z.string() })

export const deleteUserAction = onUser(DeletionInput, async ({ actor }, { user, email }) => {
  const person = await parts().stores.users.find(user)
  if (!person || !isSameEmail(email, person.email)) {
    return failed(texts.form.invalid, { email: words.deletionMismatch })
  }
  const result = await deleteUser(parts(), actor, user)
  if (!result.ok) return refused(result.failure, words.failures)
  redirect(await withOutcome("/admin/users", "deleted", result.value))
})

/** The person gets a link by mail. No administrator ever chooses or sees a password (ASVS 6.4.6). */
export const startPasswordResetAction = onUser(User, async ({ actor }, { user }) => {
  const result = await startPasswordReset(parts(), actor, user)
  return result.ok
    ? done(words.resetStarted(result.value))
    : refused(result.failure, words.failures)
})

export const inviteAgainAction = onUser(User, async ({ actor, name, email }, { user }) => {
  const result = await inviteAgain(parts(), actor, user, name ?? email)
  return result.ok ? done(words.invited) : refused(result.failure, words.failures)
})

/** An act on a person. It ends with a page that is true again. */
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
