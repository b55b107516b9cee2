"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { reasonInput } from "@/app/(private)/admin/sessions/reason-input"
import { sessionsPath } from "@/app/(private)/admin/sessions/search"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { connection } from "@/lib/db/client"
import { prepareSweep } from "@/lib/db/desk/prepare-sweep"
import { queryById } from "@/lib/db/desk/query-by-id"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { refused } from "@/lib/forms/refused"
import { filterFields, readTokenFilter, wordsOf } from "@/lib/names/token-filter"
import { words } from "@/lib/texts/words"
import {
  confirmSweep,
  discardSweep,
  pauseSweep,
  resumeSweep,
} from "@/lib/users/admin/sweep/steer-sweep"
import { sweepHref } from "./sweep-href"

const PreviewInput = z.object(
  Object.fromEntries(filterFields.map((field) => [field, z.string().max(1_000).optional()])),
)

export const previewSweepAction = act(
  { gate: "admin", proof: true, input: PreviewInput },
  async ({ actor, now }, given) => {
    const query = await queryById(connection(), wordsOf(given))
    const { filter } = readTokenFilter(query, now)
    if (!filter || (filter.status !== null && filter.status !== "active")) {
      return failed(words("sweep")("onlyLive"))
    }
    const { userId: byId, tokenId: sparedId, address } = actor
    const asked = { query, filter, byId, operator: null, sparedId, address }
    const made = await prepareSweep(connection(), asked)
    if (!made.ok) return failed(words("sweep")("nothingFound"))
    redirect(sweepHref(made.value))
  },
)

const ConfirmInput = z.object({
  sweep: z.uuid(),
  found: z.coerce.number(),
  reason: reasonInput,
  count: z.string().transform((count) => count.replace(/[\s,.]/g, "")),
  email: z.string().optional(),
})

export const confirmSweepAction = act(
  { gate: "admin", proof: true, input: ConfirmInput },
  async ({ actor }, { sweep: id, found, reason, count, email }) => {
    if (count !== String(found)) {
      const mismatch = words("sweepForm")("mismatch", { count: String(found) })
      return failed(words("form")("invalid"), { count: mismatch })
    }
    const result = await confirmSweep(parts(), actor, { id, reason, isMailed: email === "yes" })
    return answer(result, failure, () => words("sweepForm")("started"))
  },
)

const SweepInput = z.object({ sweep: z.uuid() })

export const pauseSweepAction = steering(pauseSweep, "paused")
export const resumeSweepAction = steering(resumeSweep, "resumed")
export const stopSweepAction = steering(discardSweep, "stopped")

export const discardSweepAction = act(
  { gate: "admin", proof: true, input: SweepInput },
  async ({ actor }, { sweep }) => {
    const result = await discardSweep(parts(), actor, sweep)
    if (!result.ok) return refused(result.failure, failure)
    redirect(sessionsPath)
  },
)

function steering(steer: typeof pauseSweep, done: "paused" | "resumed" | "stopped") {
  return act({ gate: "admin", proof: true, input: SweepInput }, async ({ actor }, { sweep }) =>
    answer(await steer(parts(), actor, sweep), failure, () => words("sweep")(done)),
  )
}

const failure = (name: "not_found" | "changed_meanwhile") => words("sweep")(`failures.${name}`)
