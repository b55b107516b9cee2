import { isolated } from "@/lib/names/isolated"
import { cutLine, lengthOf } from "@/lib/names/line"
import { shownEmail } from "@/lib/names/shown-email"
import type { Mail, MailKind } from "@/lib/users/ports/outbox"
import { accountDeleted } from "./account-deleted"
import { apiTokenMade } from "./api-token-made"
import { emailChange } from "./email-change"
import { emailChangeNotice } from "./email-change-notice"
import { invitation } from "./invitation"
import type { Compose, Letter } from "./letter"
import { loggedOutByAdmin } from "./logged-out-by-admin"
import { magicLink } from "./magic-link"
import { newDevice } from "./new-device"
import { passwordChanged } from "./password-changed"
import { passwordReset } from "./password-reset"
import { providerConnected } from "./provider-connected"
import { providerDisconnected } from "./provider-disconnected"

/**
 * The letter that this mail is, for the app at this address.
 *
 * Some facts are what people wrote. Each stays on one short line, so that none can pose as another
 * part of the mail.
 */
export function compose<Kind extends MailKind>(mail: Mail<Kind>, app: URL): Letter {
  const facts = Object.entries(mail.facts).map(([name, fact]) => [name, inWords(name, fact)])
  const write: Compose<Kind> = letters[mail.kind]
  return write({ ...mail, to: shownEmail(mail.to), facts: Object.fromEntries(facts) }, app)
}

const letters: { readonly [Kind in MailKind]: Compose<Kind> } = {
  password_reset: passwordReset,
  magic_link: magicLink,
  invitation,
  email_change: emailChange,
  email_change_notice: emailChangeNotice,
  new_device: newDevice,
  password_changed: passwordChanged,
  provider_connected: providerConnected,
  provider_disconnected: providerDisconnected,
  api_token_made: apiTokenMade,
  logged_out_by_admin: loggedOutByAdmin,
  account_deleted: accountDeleted,
}

/** An address in the script that it is written in, anything else on one short line, and nothing that turns the mail about. */
function inWords(name: string, fact: string): string {
  if (/Email$/.test(name)) return shownEmail(fact)
  const line = cutLine(fact, maxFactLength)
  return isolated(lengthOf(line) < maxFactLength ? line : `${line}…`)
}

const maxFactLength = 300
