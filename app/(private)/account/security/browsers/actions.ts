"use server"

import type { RevocationCount } from "log-out-everywhere"
import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { listBrowsers } from "@/lib/db/lists/browser-list"
import { parts } from "@/lib/db/parts"
import { lineInput } from "@/lib/forms/inputs"
import { isolated } from "@/lib/names/isolated"
import { words } from "@/lib/texts/words"
import { forgetBrowser } from "@/lib/users/account/forget-browser"
import { maxBrowserNameLength, nameBrowser } from "@/lib/users/account/name-browser"

const BrowserInput = z.object({ browserId: z.uuid() })

const NameInput = BrowserInput.extend({
  name: lineInput(maxBrowserNameLength, () =>
    words("browsers")("nameTooLong", { max: maxBrowserNameLength }),
  ),
})

/** What a thief named like the owner's own would be taken for it: so it asks for proof. */
export const nameBrowserAction = act(
  { gate: "viewer", proof: true, input: NameInput },
  async ({ actor }, browser) => {
    const t = words("browsers")
    const named = () => (browser.name ? t("named", { name: isolated(browser.name) }) : t("unnamed"))
    return answer(
      await nameBrowser(parts(), actor, browser),
      (failure) => t(`nameFailures.${failure}`),
      named,
    )
  },
)

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
