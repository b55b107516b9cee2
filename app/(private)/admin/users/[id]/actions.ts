"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { z } from "zod"
import { endedInUrl } from "@/app/ended-in-url"
import { refused } from "@/app/refused"
import { authentication } from "@/authentication"
import { askForProof } from "@/lib/auth/proof"
import { requireAdminToAct } from "@/lib/auth/viewer"
import { stores, transact } from "@/lib/db/stores"
import { throttle } from "@/lib/db/throttle"
import { done, type FormState, failed } from "@/lib/form-state"
import { lineInput } from "@/lib/inputs"
import { isSameEmail } from "@/lib/names/email"
import { texts } from "@/lib/texts"
import { changeRole, deleteUser, disableUser, enableUser } from "@/lib/users/administer-user"
import { allowLogIns } from "@/lib/users/allow-log-ins"
import { inviteAgain } from "@/lib/users/invite-user"
import { logUserOut } from "@/lib/users/log-user-out"
import { longestReason } from "@/lib/users/longest-reason"
import { startPasswordReset } from "@/lib/users/start-password-reset"
import { type Actor, roles } from "@/lib/users/user"

const words = texts.admin.user

const Reason = lineInput(longestReason)

export async function logUserOutAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId) => {
    const reason = Reason.safeParse(form.get("reason") ?? "")
    if (!reason.success) return failed(texts.form.invalid, { reason: words.reasonTooLong })
    const { purposes } = authentication.logOutEverywhere
    const asked = { userId, purposes, reason: reason.data || null }
    const result = await logUserOut(transact, by, asked)
    return result.ok ? done(words.loggedOut(result.value)) : refused(result.failure, words.failures)
  })
}

/** Disables or enables. One action for both: without JavaScript an outcome finds only the form of its own action. */
export async function switchAccountAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId) => {
    if (form.get("to") === "enabled") {
      const result = await enableUser(transact, by, userId)
      return result.ok ? done(words.enabled) : refused(result.failure, words.failures)
    }
    const result = await disableUser(transact, by, userId, authentication.triggers.account_disabled)
    return result.ok ? done(words.disabled(result.value)) : refused(result.failure, words.failures)
  })
}

export async function changeRoleAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId) => {
    const role = z.enum(roles).safeParse(form.get("role"))
    if (!role.success) return failed(texts.form.invalid)
    const rule = authentication.triggers.role_changed
    const result = await changeRole(transact, by, userId, role.data, rule)
    return result.ok
      ? done(words.roleChanged(result.value))
      : refused(result.failure, words.failures)
  })
}

export async function allowLogInsAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId) => {
    const result = await allowLogIns(throttle(), transact, by, userId)
    return result.ok ? done(words.allowed) : refused(result.failure, words.failures)
  })
}

export async function deleteUserAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId) => {
    const user = await stores().users.find(userId)
    if (!user || !isSameEmail(form.get("email"), user.email)) {
      return failed(texts.form.invalid, { email: words.deletionMismatch })
    }
    const result = await deleteUser(transact, by, userId)
    if (!result.ok) return refused(result.failure, words.failures)
    redirect(`/admin/users?deleted=${endedInUrl(result.value)}`)
  })
}

/** The person gets a link by mail. No administrator ever chooses or sees a password (ASVS 6.4.6). */
export async function startPasswordResetAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId) => {
    const { policy, triggers } = authentication
    const rule = triggers.reset_started_by_admin
    const result = await startPasswordReset(transact, policy, by, userId, rule)
    return result.ok
      ? done(words.resetStarted(result.value))
      : refused(result.failure, words.failures)
  })
}

export async function inviteAgainAction(_: FormState, form: FormData): Promise<FormState> {
  return onUser(form, async (by, userId, invitedBy) => {
    const result = await inviteAgain(transact, authentication.policy, by, userId, invitedBy)
    return result.ok ? done(words.invited) : refused(result.failure, words.failures)
  })
}

type Act = (by: Actor, userId: string, nameOfBy: string) => Promise<FormState>

/** What every act on a person begins with, gate, proof and parse, and ends with: a page that is true again. */
async function onUser(form: FormData, act: Act): Promise<FormState> {
  const viewer = await requireAdminToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const userId = z.uuid().safeParse(form.get("user"))
  if (!userId.success) return failed(words.failures.not_found)

  const state = await act(viewer.actor, userId.data, viewer.name ?? viewer.email)
  refresh()
  return state
}
