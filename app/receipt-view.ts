import { totalOf } from "log-out-everywhere"
import type { ReceiptView } from "@/components/sessions/receipt"
import { describeDevice } from "@/lib/auth/device"
import type { Receipt } from "@/lib/db/lists/receipt"
import { isolated } from "@/lib/names/isolated"
import { words } from "@/lib/texts/words"

/** A receipt as the screens show it: what was stored, in words. */
export function receiptView({ tokens, ...receipt }: Receipt): ReceiptView {
  const { at, address, ended, live } = receipt
  const ofPurpose = (purpose: string) => tokens.filter((token) => token.purpose === purpose)
  const listable = totalOf({ session: ended.session ?? 0, api: ended.api ?? 0 })
  return {
    at,
    by: words("receipt")(`doers.${receipt.by}`),
    address,
    ended,
    devices: ofPurpose("session").map(({ id, device, lastActiveAt }) => ({
      id,
      device: describeDevice(device.userAgent),
      address: device.address,
      lastActiveAt,
    })),
    apiTokens: ofPurpose("api").map(({ id, name }) => ({
      id,
      name: isolated(name ?? words("apiTokens")("unnamed")),
    })),
    more: listable - tokens.length,
    live,
  }
}
