"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { invalid } from "@/app/invalid"
import { refused } from "@/app/refused"
import { authentication } from "@/authentication"
import { describeDevice } from "@/lib/auth/device"
import { askForProof } from "@/lib/auth/proof"
import { requestDevice } from "@/lib/auth/request-device"
import { requireViewerToAct } from "@/lib/auth/viewer"
import { transact } from "@/lib/db/stores"
import { done, type FormState } from "@/lib/form-state"
import { lineInput } from "@/lib/inputs"
import { texts } from "@/lib/texts"
import { makeApiToken, revokeApiToken } from "@/lib/users/api-token"
import { apiTokenDays, longestApiTokenName } from "@/lib/users/api-token-choice"
import type { MakeState } from "./make-state"

const words = texts.apiTokens

const TokenInput = z.object({
  name: lineInput(longestApiTokenName, words.nameTooLong(longestApiTokenName)).pipe(
    z.string().min(1, texts.form.required),
  ),
  days: z.coerce.number<string>().pipe(z.literal(apiTokenDays)),
})

/** The answer is the one place that ever shows the secret. */
export async function makeApiTokenAction(_: MakeState, form: FormData): Promise<MakeState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = TokenInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const session = { ...viewer.session, device: await requestDevice() }
  const { policy } = authentication
  const asked = { ...input.data, browser: describeDevice(session.device.userAgent).title }
  const result = await makeApiToken(transact, policy, viewer.actor, session, asked)
  refresh()
  if (!result.ok) return refused(result.failure, words.failures)
  const { token, secret } = result.value
  return { status: "made", tokenId: token.id, name: input.data.name, secret }
}

const RevokeInput = z.object({ tokenId: z.uuid() })

export async function revokeApiTokenAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewerToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = RevokeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const result = await revokeApiToken(transact, viewer.actor, input.data.tokenId)
  if (!result.ok) return refused(result.failure, {})
  refresh()
  return done(words.revoked(result.value))
}
