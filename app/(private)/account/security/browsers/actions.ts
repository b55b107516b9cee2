"use server"

import type { RevocationCount } from "log-out-everywhere"
import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { listBrowsers } from "@/lib/db/lists/browser-list"
import { parts } from "@/lib/db/parts"
import { words } from "@/lib/texts/words"
import { forgetBrowser } from "@/lib/users/account/forget-browser"

const BrowserInput = z.object({ browserId: z.uuid() })

export const forgetBrowserAction = act(
  { gate: "viewer", proof: true, input: BrowserInput },
  async ({ actor }, { browserId }) => {
    const known = (await listBrowsers(actor.userId)).find(({ id }) => id === browserId)
    const browser = known?.name ?? words("device")("unknown")
    const result = await forgetBrowser(parts(), actor, browserId)
    return answer(result, {}, (ended) => words("browsers")(outcomeOf(ended), { browser }))
  },
)

function outcomeOf({ browser = 0, session = 0 }: RevocationCount) {
  if (browser === 0) return "alreadyForgotten"
  return session === 0 ? "forgotten" : "forgottenAndLoggedOut"
}
