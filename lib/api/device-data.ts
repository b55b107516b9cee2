import type { TokenPurpose } from "log-out-everywhere"
import type { z } from "zod"
import { authentication } from "@/authentication"
import { browserNamesOf } from "@/lib/db/lists/browser-list"
import { historyOf } from "@/lib/db/lists/history"
import { type KeptToken, keptTokensOf } from "@/lib/db/lists/tokens"
import type { DeviceData } from "./schemas"
import { toldOf } from "./views"

/** More than the expunger leaves of tokens, and than a person does in the time that a history shows. */
const max = 10_000

/** All that is kept of a person's devices, field by field: no secret, no hash, and no one else's id. */
export async function deviceDataOf(
  userId: string,
  now: Date,
): Promise<z.output<typeof DeviceData>> {
  const kept = await keptTokensOf(userId, max)
  const names = await browserNamesOf(userId)
  const { items, next } = await historyOf(userId, { size: max })
  const ofPurpose = (purpose: TokenPurpose) =>
    kept.filter(({ token }) => token.purpose === purpose).map(toldOfKept)
  return {
    exportedAt: now.toISOString(),
    retention: authentication.retention,
    sessions: ofPurpose("session"),
    browsers: ofPurpose("browser").map((browser) => ({
      ...browser,
      ownName: names.get(browser.id) ?? null,
    })),
    apiTokens: ofPurpose("api"),
    history: items.map(({ id, at, action, by, address, device }) => ({
      id,
      at: at.toISOString(),
      action,
      by,
      address: by === "administrator" ? null : address,
      device,
    })),
    isWhole: next === null && kept.length < max,
  }
}

function toldOfKept({ token, status, endsAt }: KeptToken) {
  const { purpose: _, ...told } = toldOf(token)
  const reason = token.revocation?.reason ?? null
  return { ...told, status, endsAt: endsAt.toISOString(), reason }
}
