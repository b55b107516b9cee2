"use server"

import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { parts } from "@/lib/db/parts"
import { texts } from "@/lib/texts"
import { forgetBrowser } from "@/lib/users/account/forget-browser"

const BrowserInput = z.object({ browserId: z.uuid() })

export const forgetBrowserAction = act(
  { gate: "viewer", proof: true, input: BrowserInput },
  async ({ actor }, { browserId }) =>
    answer(await forgetBrowser(parts(), actor, browserId), {}, texts.browsers.forgotten),
)
