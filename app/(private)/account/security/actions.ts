"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { z } from "zod"
import { act, nothing } from "@/app/act"
import { answer } from "@/app/answer"
import { authentication } from "@/authentication"
import { keepReceipt } from "@/lib/auth/cookies/receipt-cookie"
import { clearSessionCookie, setSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { describeDevice } from "@/lib/auth/device"
import { goToProvider } from "@/lib/auth/entry/provider-trip"
import { withOutcome } from "@/lib/auth/outcome"
import { enabledProviders, providerName } from "@/lib/auth/providers/providers"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { parts } from "@/lib/db/parts"
import { done, type FormState, failed } from "@/lib/forms/form-state"
import { idInput, required } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { accountPages } from "@/lib/names/account-pages"
import { isSameEmail } from "@/lib/names/email"
import { alsoEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { changePassword, type PasswordChangeFailure } from "@/lib/users/account/change-password"
import { unlinkAccount } from "@/lib/users/account/link-account"
import { reportOwnSession } from "@/lib/users/account/report-session"
import { deleteOwnAccount } from "@/lib/users/admin/administer-user"
import { logOutInScope, revokeSession } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"

const SessionInput = z.object({ tokenId: z.uuid() })

export const logOutDeviceAction = act(
  { gate: "viewer", proof: true, input: SessionInput },
  async ({ actor }, { tokenId }) => {
    const result = await revokeSession(parts(), actor, tokenId)
    if (!result.ok) return refused(result.failure, {})
    refresh()
    const session = await sessionsOf(actor.userId).find(tokenId)
    const device = describeDevice(session?.token.device.userAgent ?? null).title
    return done(words("security")("deviceLoggedOut", { count: result.value, device }))
  },
)

/** "Not me": what ends by it is gone before the person chooses a new password. */
export const reportSessionAction = act(
  { gate: "viewer", proof: true, input: SessionInput },
  async ({ actor }, { tokenId }) => {
    const result = await reportOwnSession(parts(), actor, tokenId)
    if (!result.ok) return refused(result.failure, {})
    redirect(await withOutcome(accountPages.password, "reported", result.value))
  },
)

export const logOutOthersAction = act(
  { gate: "viewer", proof: true, input: nothing },
  async ({ actor, session }) => {
    const result = await logOutInScope(parts(), actor, otherDevices(session.id))
    return answer(result, {}, ({ ended }) =>
      words("security")("othersLoggedOut", { count: ended.session ?? 0 }),
    )
  },
)

const EverywhereInput = z.object({ addOn: z.enum(["log_out_everywhere", "log_out_devices"]) })

/** The cookie stays, dead: by it the log-in page tells why. */
export const logOutEverywhereAction = act(
  { gate: "viewer", proof: true, input: EverywhereInput },
  async ({ actor }, { addOn }) => {
    const { purposes } = authentication.addOn(addOn)
    const result = await logOutInScope(parts(), actor, { kind: "everywhere", purposes })
    if (!result.ok) return refused(result.failure, {})
    await keepReceipt(result.value.actId)
    redirect("/login/receipt")
  },
)

const PasswordInput = z
  .object({
    currentPassword: z.string().min(1, required).optional(),
    newPassword: z.string().min(1, required),
    newPasswordAgain: z.string(),
    endOthers: z.string().optional(),
  })
  .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, {
    path: ["newPasswordAgain"],
    error: () => words("password")("mismatch"),
  })

/** The current password is the proof; a person who has none yet proves themselves in another way. */
export const changePasswordAction = act(
  { gate: "viewer", proof: ({ hasPassword }) => !hasPassword, input: PasswordInput },
  async (viewer, { currentPassword, newPassword, endOthers }) => {
    const change = {
      currentPassword: viewer.hasPassword ? (currentPassword ?? "") : null,
      newPassword,
      endsOthers: endOthers === "on",
      device: describeDevice(viewer.device.userAgent).title,
    }
    const result = await changePassword(parts(), viewer.actor, change)
    if (!result.ok) return passwordFailure(result.failure)

    await setSessionCookie(result.value.secret, viewer.session)
    return done(alsoEnded(words("password")("changed"), result.value.ended))
  },
)

const ProviderInput = z.object({ provider: idInput(200) })

export const connectProviderAction = act(
  { gate: "viewer", proof: true, input: ProviderInput },
  async (viewer, input) => {
    const provider = enabledProviders().find(({ id }) => id === input.provider)
    if (!provider) return failed(words("security")("unlinkFailures.not_found"))
    return goToProvider(viewer, "link", provider.id)
  },
)

const ConnectionInput = ProviderInput.extend({ providerAccountId: idInput(500) })

export const disconnectProviderAction = act(
  { gate: "viewer", proof: true, input: ConnectionInput },
  async ({ actor, device }, connection) => {
    const inWords = {
      provider: providerName(connection.provider),
      device: describeDevice(device.userAgent).title,
    }
    const result = await unlinkAccount(parts(), actor, connection, inWords)
    refresh()
    if (!result.ok)
      return refused(result.failure, (failure) => words("security")(`unlinkFailures.${failure}`))
    return done(
      alsoEnded(words("security")("disconnected", { provider: inWords.provider }), result.value),
    )
  },
)

/** For a person without a password: the provider that the button is bound to says who they are. */
export const proveWithProviderAction = act(
  { gate: "viewer", proof: false, input: nothing },
  async (viewer, _, bound, typed) => {
    const provider = enabledProviders().find(({ id }) => id === bound)
    return provider ? goToProvider(viewer, "prove", provider.id, typed()) : null
  },
)

const DeletionInput = z.object({ email: z.string() })

export const deleteAccountAction = act(
  { gate: "viewer", proof: true, input: DeletionInput },
  async ({ actor, ...viewer }, { email }) => {
    if (!isSameEmail(email, viewer.email)) {
      return failed(words("form")("invalid"), { email: words("deletion")("mismatch") })
    }
    const result = await deleteOwnAccount(parts(), actor)
    if (!result.ok)
      return refused(result.failure, (failure) => words("security")(`deletionFailures.${failure}`))
    await clearSessionCookie()
    redirect(await withOutcome("/login", "deleted"))
  },
)

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
  const message = words("password")(`failures.${failure}`)
  return field ? failed(words("form")("invalid"), { [field]: message }) : failed(message)
}
