import { accountPages } from "@/lib/names/account-pages"
import { exactTime } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { type Words, words } from "@/lib/texts/words"
import type { DeviceFacts, MailFacts, MailKind } from "@/lib/users/ports/outbox"
import type { Compose, Letter } from "./letter"
import { linkAddress, pageAddress } from "./links"

/** The letter that each kind of mail is. */
export const letters: { readonly [Kind in MailKind]: Compose<Kind> } = {
  password_reset: ({ to, secret, facts }, app, t) => ({
    subject: t("passwordReset.subject"),
    opening: [
      facts.startedBy
        ? t("passwordReset.started", { person: to })
        : t("passwordReset.asked", { person: to }),
      ...removedLogIns(facts, t),
    ],
    link: { label: t("passwordReset.link"), address: linkAddress(app, "password_reset", secret) },
    closing: [
      t("passwordReset.rules", { until: timeInWords(facts.expiresAt) }),
      facts.startedBy ? t("passwordReset.unexpected") : t("passwordReset.otherwise"),
    ],
  }),

  magic_link: ({ to, secret, facts }, app, t) => ({
    subject: t("magicLink.subject"),
    opening: [t("magicLink.asked", { person: to })],
    link: { label: t("magicLink.link"), address: linkAddress(app, "magic_link", secret) },
    closing: [
      t("magicLink.rules", { until: timeInWords(facts.expiresAt) }),
      t("magicLink.otherwise"),
    ],
  }),

  invitation: ({ secret, facts }, app, t) => ({
    subject: t("invitation.subject", { product: product() }),
    opening: [t("invitation.made", { by: facts.invitedBy, product: product() })],
    link: { label: t("invitation.link"), address: linkAddress(app, "invitation", secret) },
    closing: [
      t("invitation.rules", { until: timeInWords(facts.expiresAt) }),
      t("invitation.otherwise"),
    ],
  }),

  email_change: ({ to, secret, facts }, app, t) => ({
    subject: t("emailChange.subject"),
    opening: [t("emailChange.asked", { before: facts.oldEmail, after: to })],
    link: { label: t("emailChange.link"), address: linkAddress(app, "email_change", secret) },
    closing: [
      t("emailChange.rules", { until: timeInWords(facts.expiresAt) }),
      t("emailChange.otherwise"),
    ],
  }),

  email_change_notice: ({ to, secret, facts }, app, t) => ({
    subject: t("emailChangeNotice.subject"),
    opening: [
      t("emailChangeNotice.changed", { before: to, after: facts.newEmail }),
      t("emailChangeNotice.fine"),
      t("emailChangeNotice.otherwise"),
    ],
    link: {
      label: t("emailChangeNotice.link"),
      address: linkAddress(app, "email_change_undo", secret),
    },
    closing: [t("emailChangeNotice.rules", { until: timeInWords(facts.expiresAt) })],
  }),

  new_device: ({ to, secret, facts }, app, t) => ({
    subject: t("newDevice.subject"),
    opening: [t("newDevice.happened", { person: to })],
    facts: deviceFacts(facts, t),
    link: { label: t("newDevice.link"), address: linkAddress(app, "report", secret) },
    advice: [t("newDevice.fine"), t("newDevice.otherwise")],
    closing: [t("newDevice.rules")],
  }),

  password_changed: ({ to, facts }, app, t) => ({
    subject: t("passwordChanged.subject"),
    opening: [t("passwordChanged.happened", { person: to })],
    facts: deviceFacts(facts, t),
    advice: [...removedLogIns(facts, t), t("passwordChanged.fine"), t("passwordChanged.otherwise")],
    link: { label: t("passwordChanged.link"), address: pageAddress(app, "/forgot-password") },
  }),

  provider_connected: ({ to, facts }, app, t) => ({
    subject: t("providerConnected.subject"),
    opening: [t("providerConnected.happened", { person: to, provider: facts.provider })],
    facts: deviceFacts(facts, t),
    advice: [t("providerConnected.fine"), t("providerConnected.otherwise")],
    link: {
      label: t("providerConnected.link"),
      address: pageAddress(app, accountPages.connections),
    },
  }),

  provider_disconnected: ({ to, facts }, app, t) => ({
    subject: t("providerDisconnected.subject"),
    opening: [t("providerDisconnected.happened", { person: to, provider: facts.provider })],
    facts: deviceFacts(facts, t),
    advice: [t("providerDisconnected.fine"), t("providerDisconnected.otherwise")],
    link: { label: t("providerDisconnected.link"), address: pageAddress(app, "/forgot-password") },
  }),

  api_token_made: ({ to, facts }, app, t) => ({
    subject: t("apiTokenMade.subject"),
    opening: [t("apiTokenMade.happened", { person: to })],
    facts: [[t("apiTokenMade.name"), facts.name], ...deviceFacts(facts, t)],
    advice: [t("apiTokenMade.fine"), t("apiTokenMade.otherwise")],
    link: { label: t("apiTokenMade.link"), address: pageAddress(app, accountPages.apiTokens) },
  }),

  logged_out_by_admin: ({ to, facts }, app, t) => ({
    subject: t("loggedOutByAdmin.subject"),
    opening: [t("loggedOutByAdmin.happened", { person: to })],
    facts: endingFacts(facts, t),
    advice: [t("loggedOutByAdmin.next")],
    link: { label: t("loggedOutByAdmin.link"), address: pageAddress(app, "/login") },
  }),

  sessions_revoked: ({ to, facts }, app, t) => ({
    subject: t("sessionsRevoked.subject"),
    opening: [t("sessionsRevoked.happened", { person: to })],
    facts: endingFacts(facts, t),
    advice: [t("sessionsRevoked.next")],
    link: { label: t("sessionsRevoked.link"), address: pageAddress(app, accountPages.sessions) },
  }),

  account_deleted: ({ to, facts }, app, t) => ({
    subject: t("accountDeleted.subject"),
    opening: [t(`accountDeleted.by.${facts.by}`, { person: to })],
    facts: [...addressFact(facts, t), [t("time"), timeInWords(facts.at)]],
    advice: [t("accountDeleted.next")],
    link: { label: t("accountDeleted.link"), address: pageAddress(app, "/login") },
    closing: [t("accountDeleted.forgotten")],
  }),
}

type Facts = NonNullable<Letter["facts"]>

const deviceFacts = (facts: DeviceFacts, t: Words<"mail">): Facts => [
  [t("device"), facts.device],
  ...addressFact(facts, t),
  [t("time"), timeInWords(facts.at)],
]

const addressFact = ({ address }: Pick<DeviceFacts, "address">, t: Words<"mail">): Facts =>
  address ? [[t("networkAddress"), address]] : []

const endingFacts = ({ at, reason }: MailFacts["sessions_revoked"], t: Words<"mail">): Facts => [
  [t("time"), timeInWords(at)],
  ...(reason ? ([[t("reason"), reason]] as const) : []),
]

const removedLogIns = ({ removed }: { readonly removed?: string }, t: Words<"mail">) =>
  removed ? [t("removed", { names: removed })] : []

/** Of an instant in ISO 8601. In UTC and saying so: a mail does not know its reader's zone. */
const timeInWords = (instant: string): string =>
  exactTime(currentLanguage(), new Date(instant), "UTC")

const product = () => words("shell")("product")
