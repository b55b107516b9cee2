"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { invalid } from "@/app/invalid"
import { refused } from "@/app/refused"
import { askForProof } from "@/lib/auth/proof"
import { requireAdminToAct } from "@/lib/auth/viewer"
import { stores, transact } from "@/lib/db/stores"
import { done, type FormState, failed } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { logEveryoneOut } from "@/lib/users/log-everyone-out"
import { revokeSelected } from "@/lib/users/revoke-selected"
import { liveBesidesOwn, sparedBy } from "./everyone-out"
import { purposesOf, reaches } from "./reach"

const SelectionInput = z.object({
  token: z.array(z.uuid()).min(1).max(1_000),
})

export async function revokeSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireAdminToAct()
  const input = SelectionInput.safeParse({ token: form.getAll("token") })
  const proof = await askForProof(viewer, form)
  if (proof?.status === "prove") return { ...proof, chosen: input.data?.token ?? [] }
  if (proof) return proof
  if (!input.success) return failed(texts.admin.sessions.noneSelected)

  const result = await revokeSelected(transact, viewer.actor, input.data.token)
  if (!result.ok) return refused(result.failure, {})
  refresh()
  return done(texts.admin.sessions.revoked(result.value))
}

const EveryoneInput = z.object({
  reach: z.enum(reaches),
  phrase: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.literal(texts.admin.everyone.phrase, texts.admin.everyone.mismatch)),
})

export async function logEveryoneOutAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireAdminToAct()
  const proof = await askForProof(viewer, form)
  if (proof) return proof
  const input = EveryoneInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const purposes = purposesOf(input.data.reach)
  const result = await logEveryoneOut(transact, stores(), viewer.actor, purposes)
  if (!result.ok) return refused(result.failure, {})
  refresh()
  const spared = sparedBy(await liveBesidesOwn(), purposes)
  return done(texts.admin.everyone.done(result.value, spared))
}
