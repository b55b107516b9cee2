"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { act } from "@/app/act"
import { refused } from "@/app/refused"
import { transact } from "@/lib/db/stores"
import { done } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { forgetBrowser } from "@/lib/users/forget-browser"

const BrowserInput = z.object({ browserId: z.uuid() })

export const forgetBrowserAction = act(
  { gate: "viewer", proof: true, input: BrowserInput },
  async ({ actor }, { browserId }) => {
    const result = await forgetBrowser(transact, actor, browserId)
    if (!result.ok) return refused(result.failure, {})
    refresh()
    return done(texts.browsers.forgotten(result.value))
  },
)
