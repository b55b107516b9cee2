"use server"

import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { revokeSelected } from "@/lib/users/admin/revoke-selected"
import { liveBesidesOwn, sparedBy } from "./everyones-live"
import { purposesOf, reaches } from "./reach"

/** One tick comes as a text, several as a list. */
const SelectionInput = z.object({
  token: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(1_000)]).catch([]),
})

export const revokeSessionsAction = act(
  { gate: "admin", proof: true, input: SelectionInput },
  async ({ actor }, { token }) => {
    if (token.length === 0) return failed(texts.admin.sessions.noneSelected)
    return answer(await revokeSelected(parts(), actor, token), {}, texts.admin.sessions.revoked)
  },
)

const EveryoneInput = z.object({
  reach: z.enum(reaches),
  phrase: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.literal(texts.admin.everyone.phrase, texts.admin.everyone.mismatch)),
})

export const logEveryoneOutAction = act(
  { gate: "admin", proof: true, input: EveryoneInput },
  async ({ actor }, { reach }) => {
    const purposes = purposesOf(reach)
    const result = await logEveryoneOut(parts(), actor, purposes)
    const spared = sparedBy(await liveBesidesOwn(), purposes)
    return answer(result, {}, (ended) => texts.admin.everyone.done(ended, spared))
  },
)
