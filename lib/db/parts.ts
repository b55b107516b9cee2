import { authentication } from "@/authentication"
import { mailSeal } from "@/lib/db/mail/seal"
import { throttleOn } from "@/lib/db/throttles/throttle"
import { storesOn, transactOn } from "@/lib/db/users/stores"
import { verificationLinks } from "@/lib/db/users/verification-links"
import { settings } from "@/lib/settings"
import type { Parts } from "@/lib/users/ports/parts"
import { type Connection, connection } from "./client"
import { settle } from "./live"

/** All that use cases take, on the app's own connection. Made on first use, so that building needs no settings. */
export const parts = (): Parts => (kept ??= partsOn(connection()))

let kept: Parts | undefined

/** The one place where use cases, stores and policy are put together. */
export const partsOn = (on: Connection, seal = mailSeal): Parts => ({
  ...authentication,
  stores: storesOn(on, seal, settle),
  transact: transactOn(on, seal, settle),
  throttle: throttleOn(on),
  verificationLinks: verificationLinks(on),
  isSignUpOpen: () => settings().signUp === "open",
})
