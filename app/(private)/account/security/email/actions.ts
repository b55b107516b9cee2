"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { invalid } from "@/app/invalid"
import { refused } from "@/app/refused"
import { authentication } from "@/authentication"
import { askForProof } from "@/lib/auth/proof"
import { requireViewerToAct } from "@/lib/auth/viewer"
import { mailThrottle } from "@/lib/db/mail-throttle"
import { transact } from "@/lib/db/stores"
import { done, type FormState, failed } from "@/lib/form-state"
import { emailInput } from "@/lib/inputs"
import { texts } from "@/lib/texts"
import { cancelEmailChange, requestEmailChange } from "@/lib/users/change-email"

const words = texts.email

const EmailInput = z.object({ newEmail: emailInput })

/** Whether the address is somebody's already, the answer does not tell. */
export async function changeEmailAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = EmailInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const { newEmail } = input.data
  const { actor } = viewer
  const wish = { kind: "email_change", email: newEmail, askedBy: actor.userId } as const
  if (!(await mailThrottle().admit({ ...wish, address: actor.address })))
    return failed(words.throttled)
  const result = await requestEmailChange(transact, authentication.policy, actor, newEmail)
  refresh()
  if (result.ok) return done(words.requested)
  const { message } = refused(result.failure, words.failures)
  return failed(texts.form.invalid, { newEmail: message })
}

export async function cancelEmailChangeAction(): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const result = await cancelEmailChange(transact, viewer.actor)
  if (!result.ok) return refused(result.failure, {})
  refresh()
  return done(words.cancelled(result.value))
}
