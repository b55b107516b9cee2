"use server"

import { z } from "zod"
import { act } from "@/app/act"
import { answer } from "@/app/answer"
import { describeDevice } from "@/lib/auth/device"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { recogniseDevice } from "@/lib/users/account/recognise-device"
import { revokeSessions } from "@/lib/users/log-in/log-out"

const DeviceInput = z.object({ tokenId: z.uuid() })

/** "It was me", of the device of one of the person's sessions. */
export const recogniseDeviceAction = act(
  { gate: "viewer", proof: true, input: DeviceInput },
  async ({ actor, session }, { tokenId }) => {
    const t = words("checkUp")
    const found = await sessionsOf(actor.userId).find(tokenId)
    const browserId = found?.isNew && found.token.browserId
    if (!browserId) return failed(t("failures.own_device"))
    const name = describeDevice(found.token.device.userAgent).title
    const device = { browserId, name, actingBrowserId: session.browserId }
    const result = await recogniseDevice(parts(), actor, device)
    const because = (failure: "own_device") => t(`failures.${failure}`)
    return answer(result, because, () => t("recognised", { device: name }))
  },
)

/** Those that the page has told of, and no others: one that was used meanwhile is among them. */
const UnusedInput = z.object({
  tokenIds: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.uuid()).max(100)),
})

export const logOutUnusedAction = act(
  { gate: "viewer", proof: true, input: UnusedInput },
  async ({ actor }, { tokenIds }) =>
    answer(await revokeSessions(parts(), actor, tokenIds), {}, (count) =>
      words("checkUp")("loggedOut", { count }),
    ),
)
