"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { endedInUrl } from "@/app/ended-in-url"
import { invalid } from "@/app/invalid"
import { authentication } from "@/authentication"
import { dropLink, readShownLink } from "@/lib/auth/link-cookie"
import { requireStranger } from "@/lib/auth/mail-me"
import { providerName } from "@/lib/auth/providers"
import { transact } from "@/lib/db/stores"
import { type FormState, failed } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { reportSession } from "@/lib/users/report-session"

const ReportInput = z.object({ scope: z.enum(["one", "everywhere"]) })

export async function reportAction(_: FormState, form: FormData): Promise<FormState> {
  const { address } = await requireStranger()
  const secret = await readShownLink("report", form)
  if (secret === null) return failed(texts.links.other)
  const input = ReportInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const { policy, triggers } = authentication
  const report = { answer: input.data.scope, secret, address, nameOf: providerName }
  const result = await reportSession(transact, policy, report, triggers.reported)
  if (!result.ok) return failed(texts.links.over)
  await dropLink()
  redirect(`/login?notice=reported&ended=${endedInUrl(result.value)}`)
}
