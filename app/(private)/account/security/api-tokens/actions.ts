"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { describeDevice } from "@/lib/auth/device"
import { listApiTokens } from "@/lib/db/lists/tokens"
import { parts } from "@/lib/db/parts"
import { lineInput, required } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { isolated } from "@/lib/names/isolated"
import { words } from "@/lib/texts/words"
import { issueApiToken, revokeApiToken } from "@/lib/users/account/api-token"
import { apiTokenDays, maxApiTokenNameLength } from "@/lib/users/account/api-token-choice"
import type { MakeState } from "./make-state"

const TokenInput = z.object({
  name: lineInput(maxApiTokenNameLength, () =>
    words("apiTokens")("nameTooLong", { max: maxApiTokenNameLength }),
  ).pipe(z.string().min(1, required)),
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
    if (!result.ok)
      return refused(result.failure, (failure) => words("apiTokens")(`failures.${failure}`))
    const { token, secret } = result.value
    const message = words("apiTokenForm")("done", { name: isolated(input.name) })
    return { status: "made", message, tokenId: token.id, name: input.name, secret }
  },
)

const RevokeInput = z.object({ tokenId: z.uuid() })

export const revokeApiTokenAction = act(
  { gate: "viewer", proof: true, input: RevokeInput },
  async ({ actor }, { tokenId }) => {
    const t = words("apiTokens")
    const token = (await listApiTokens(actor.userId)).find(({ id }) => id === tokenId)
    const name = isolated(token?.name ?? t("unnamed"))
    const result = await revokeApiToken(parts(), actor, tokenId)
    return answer(result, {}, (count) => t("revoked", { count, name }))
  },
)
