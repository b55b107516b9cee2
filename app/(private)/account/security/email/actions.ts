"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { act, nothing } from "@/app/act"
import { answer } from "@/app/answer"
import { tooMany } from "@/lib/auth/mail-me"
import { parts } from "@/lib/db/parts"
import { mailThrottle } from "@/lib/db/throttles/mail-throttle"
import { done, failed } from "@/lib/forms/form-state"
import { emailInput } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { words } from "@/lib/texts/words"
import { cancelEmailChange, requestEmailChange } from "@/lib/users/account/change-email"

const EmailInput = z.object({ newEmail: emailInput })

/** Whether the address is somebody's already, the answer does not tell. */
export const changeEmailAction = act(
  { gate: "viewer", proof: true, input: EmailInput },
  async ({ actor }, { newEmail }) => {
    const t = words("email")
    const wish = { kind: "email_change", email: newEmail, askedBy: actor.userId } as const
    const admission = await mailThrottle().admit({ ...wish, address: actor.address })
    if (!admission.isAdmitted) return failed(tooMany(admission))
    const result = await requestEmailChange(parts(), actor, newEmail)
    refresh()
    if (result.ok) return done(t("requested"))
    const { message } = refused(result.failure, (failure) => words("email")(`failures.${failure}`))
    return failed(words("form")("invalid"), { newEmail: message })
  },
)

export const cancelEmailChangeAction = act(
  { gate: "viewer", proof: false, input: nothing },
  async ({ actor }) =>
    answer(await cancelEmailChange(parts(), actor), {}, (count) =>
      words("email")("cancelled", { count }),
    ),
)
