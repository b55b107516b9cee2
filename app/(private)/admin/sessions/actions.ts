"use server"

import type { EndedToken } from "log-out-everywhere"
import { redirect } from "next/navigation"
import { z } from "zod"
import { hrefOf } from "@/app/(private)/admin/search-params"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { describeDevice } from "@/lib/auth/device"
import { fileFormats } from "@/lib/db/desk/token-file"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { whatEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { reaches } from "@/lib/users/admin/reach"
import { revokeSelected } from "@/lib/users/admin/revoke-selected"
import { liveBesidesOwn, sparedBy } from "./everyones-live"
import { purposesOf } from "./reach"
import { reasonInput } from "./reason-input"
import { parseSearch, sessionsPath } from "./search"

/** One tick comes as a text, several as a list. */
const SelectionInput = z.object({
  token: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(1_000)]).catch([]),
})

export const revokeSessionsAction = act(
  { gate: "admin", proof: true, input: SelectionInput },
  async ({ actor }, { token }) => {
    if (token.length === 0) return failed(words("sessions")("noneSelected"))
    const result = await revokeSelected(parts(), actor, token)
    const told = result.ok ? await inWords(result.value) : ""
    return answer(result, {}, () => told)
  },
)

const ExportInput = z.object({ format: z.enum(fileFormats) }).catchall(z.unknown())

/** Asks for the proof; the file itself comes from an address. */
export const exportSessionsAction = act(
  { gate: "admin", proof: true, input: ExportInput },
  async (_, { format, ...query }) =>
    redirect(hrefOf(`${sessionsPath}/export`, { ...parseSearch(query).query, format })),
)

/** One session is named, by its device and its person; several are counted. */
async function inWords(ended: readonly EndedToken[]): Promise<string> {
  const [only, ...others] = ended
  const t = words("sessions")
  const counted = t("revoked", { count: ended.length })
  if (!only || others.length > 0) return counted
  const [session, person] = [
    await sessionsOf(only.userId).find(only.id),
    await parts().stores.users.find(only.userId),
  ]
  const device = describeDevice(session?.token.device.userAgent ?? null).title
  return person ? t("revokedOne", { device, person: person.email }) : counted
}

const EveryoneInput = z.object({
  reach: z.enum(reaches),
  reason: reasonInput,
  phrase: z
    .string()
    .trim()
    .toLowerCase()
    .refine((phrase) => phrase === words("everyoneOutForm")("phrase"), {
      error: () => words("everyoneOutForm")("mismatch"),
    }),
})

export const logEveryoneOutAction = act(
  { gate: "admin", proof: true, input: EveryoneInput },
  async ({ actor }, { reach, reason }) => {
    const purposes = purposesOf(reach)
    const result = await logEveryoneOut(parts(), actor, purposes, reason)
    const spared = sparedBy(await liveBesidesOwn(), purposes)
    return answer(result, {}, (ended) => {
      const t = words("everyoneOut")
      return t("done", { ended: ended ? whatEnded(ended) : t("uncounted"), spared })
    })
  },
)
