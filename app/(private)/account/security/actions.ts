"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { z } from "zod"
import { endedInUrl } from "@/app/ended-in-url"
import { invalid } from "@/app/invalid"
import { refused } from "@/app/refused"
import { typed } from "@/app/typed"
import { authentication } from "@/authentication"
import { describeDevice } from "@/lib/auth/device"
import { askForProof } from "@/lib/auth/proof"
import { goToProvider } from "@/lib/auth/provider-intent"
import { enabledProviders, providerName } from "@/lib/auth/providers"
import { requestDevice } from "@/lib/auth/request-device"
import { clearSessionCookie, setSessionCookie } from "@/lib/auth/session-cookie"
import { requireViewerToAct } from "@/lib/auth/viewer"
import { stores, transact } from "@/lib/db/stores"
import { throttle } from "@/lib/db/throttle"
import { done, type FormState, failed } from "@/lib/form-state"
import { isSameEmail } from "@/lib/names/email"
import { texts } from "@/lib/texts"
import { decided } from "@/lib/tokens"
import { deleteOwnAccount } from "@/lib/users/administer-user"
import { changePassword, type PasswordChangeFailure } from "@/lib/users/change-password"
import { unlinkAccount } from "@/lib/users/link-account"
import { logOutInScope, revokeSession } from "@/lib/users/log-out"
import { otherDevices } from "@/lib/users/scopes"

const SessionInput = z.object({ tokenId: z.uuid() })

export async function logOutDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = SessionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const result = await revokeSession(transact, viewer.actor, input.data.tokenId)
  if (!result.ok) return refused(result.failure, {})
  refresh()
  return done(texts.security.deviceLoggedOut(result.value))
}

export async function logOutOthersAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof

  const scope = otherDevices(viewer.session.id)
  const result = await logOutInScope(transact, viewer.actor, scope)
  if (!result.ok) return refused(result.failure, {})
  refresh()
  return done(texts.security.othersLoggedOut(result.value.session ?? 0))
}

const EverywhereInput = z.object({ strategy: z.enum(["log_out_everywhere", "log_out_devices"]) })

/** The cookie stays, dead: by it the log-in page tells why. */
export async function logOutEverywhereAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = EverywhereInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const { purposes } = authentication.strategy(input.data.strategy)
  const result = await logOutInScope(transact, viewer.actor, { kind: "everywhere", purposes })
  if (!result.ok) return refused(result.failure, {})
  redirect(`/login?ended=${endedInUrl(result.value)}`)
}

const PasswordInput = z
  .object({
    currentPassword: z.string().min(1, texts.form.required).optional(),
    newPassword: z.string().min(1, texts.form.required),
    newPasswordAgain: z.string(),
    endOthers: z.string().optional(),
  })
  .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, {
    path: ["newPasswordAgain"],
    message: texts.password.mismatch,
  })

/** The current password is the proof; who has none yet proves themselves in another way. */
export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = viewer.hasPassword ? null : await askForProof(viewer, form)
  if (proof) return proof
  const input = PasswordInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const { currentPassword, newPassword, endOthers } = input.data
  const change = {
    session: viewer.acting,
    currentPassword: viewer.hasPassword ? (currentPassword ?? "") : null,
    newPassword,
    device: describeDevice((await requestDevice()).userAgent).title,
  }
  const rule = decided(authentication.triggers.password_changed, endOthers === "on")
  const result = await changePassword(stores().users, throttle(), transact, change, rule)
  if (!result.ok) return passwordFailure(result.failure)

  await setSessionCookie(result.value.secret, viewer.session)
  return done(texts.password.changed(result.value.ended))
}

const ProviderInput = z.object({ provider: typed(200), providerAccountId: typed(500) })

export async function connectProviderAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const provider = enabledProviders().find(({ id }) => id === form.get("provider"))
  if (!provider) return failed(texts.security.unlinkFailures.not_found)

  return goToProvider(viewer, "link", provider.id)
}

export async function disconnectProviderAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = ProviderInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const rule = authentication.triggers.provider_unlinked
  const inWords = {
    provider: providerName(input.data.provider),
    device: describeDevice((await requestDevice()).userAgent).title,
  }
  const result = await unlinkAccount(transact, viewer.actor, input.data, rule, inWords)
  refresh()
  if (!result.ok) return refused(result.failure, texts.security.unlinkFailures)
  return done(texts.security.disconnected(inWords.provider, result.value))
}

/** For who has no password: the provider says who they are, and they come back. */
export async function proveWithProviderAction(providerId: string): Promise<void> {
  const viewer = await requireViewerToAct()
  const provider = enabledProviders().find(({ id }) => id === providerId)
  if (provider) await goToProvider(viewer, "prove", provider.id)
}

export async function deleteAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  if (!isSameEmail(form.get("email"), viewer.email)) {
    return failed(texts.form.invalid, { email: texts.security.deletionMismatch })
  }

  const result = await deleteOwnAccount(transact, viewer.actor)
  if (!result.ok) return refused(result.failure, texts.security.deletionFailures)
  await clearSessionCookie()
  redirect("/login?notice=deleted")
}

const fieldAtFault = {
  too_short: "newPassword",
  too_long: "newPassword",
  too_common: "newPassword",
  too_personal: "newPassword",
  wrong_password: "currentPassword",
  same_password: "newPassword",
  throttled: null,
  changed_meanwhile: null,
} as const

function passwordFailure(failure: PasswordChangeFailure): FormState {
  const field = fieldAtFault[failure]
  const message = texts.password.failures[failure]
  return field ? failed(texts.form.invalid, { [field]: message }) : failed(message)
}
