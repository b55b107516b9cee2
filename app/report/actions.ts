"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { actByLink } from "@/app/act"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { withOutcome } from "@/lib/auth/outcome"
import { providerName } from "@/lib/auth/providers/providers"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { reportSession } from "@/lib/users/account/report-session"

const ReportInput = z.object({ scope: z.enum(["one", "everywhere"]) })

export const reportAction = actByLink(
  "report",
  ReportInput,
  async ({ secret, address }, { scope }) => {
    const report = { answer: scope, secret, address, nameOf: providerName }
    const result = await reportSession(parts(), report)
    if (!result.ok) return failed(words("links")("over"))
    await dropLink()
    redirect(await withOutcome("/login", "reported", result.value))
  },
)
