"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { act } from "@/app/act"
import { parts } from "@/lib/db/parts"
import { done } from "@/lib/forms/form-state"
import { refused } from "@/lib/forms/refused"
import { texts } from "@/lib/texts"
import { forgetBrowser } from "@/lib/users/account/forget-browser"

const BrowserInput = z.object({ browserId: z.uuid() })

export const forgetBrowserAction = act(
  { gate: "viewer", proof: true, input: BrowserInput },
  async ({ actor }, { browserId }) => {
    const result = await forgetBrowser(parts(), actor, browserId)
    if (!result.ok) return refused(result.failure, {})
    refresh()
    return done(texts.browsers.forgotten(result.value))
  },
)
