"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { describeDevice } from "@/lib/auth/device"
import { parts } from "@/lib/db/parts"
import { lineInput } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { texts } from "@/lib/texts"
import { issueApiToken, revokeApiToken } from "@/lib/users/account/api-token"
import { apiTokenDays, maxApiTokenNameLength } from "@/lib/users/account/api-token-choice"
import type { MakeState } from "./make-state"

const words = texts.apiTokens

const TokenInput = z.object({
  name: lineInput(maxApiTokenNameLength, words.nameTooLong(maxApiTokenNameLength)).pipe(
    z.string().min(1, texts.form.required),
  ),
  days: z.coerce.number<string>().pipe(z.literal(apiTokenDays)),
})

/** The answer is the one place that ever shows the secret. */
export const makeApiTokenAction = act(
  { gate: "viewer", proof: true, input: TokenInput },
  async ({ actor, device, ...viewer }, input): Promise<MakeState> => {
    const session = { ...viewer.session, device }
    const asked = { ...input, browser: describeDevice(device.userAgent).title }
    const result = await issueApiToken(parts(), actor, session, asked)
    refresh()
    if (!result.ok) return refused(result.failure, words.failures)
    const { token, secret } = result.value
    return { status: "made", tokenId: token.id, name: input.name, secret }
  },
)

const RevokeInput = z.object({ tokenId: z.uuid() })

export const revokeApiTokenAction = act(
  { gate: "viewer", proof: true, input: RevokeInput },
  async ({ actor }, { tokenId }) =>
    answer(await revokeApiToken(parts(), actor, tokenId), {}, words.revoked),
)
