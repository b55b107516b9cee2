import type { RevocationCount } from "log-out-everywhere"
import { counted, formatNumber } from "@/lib/texts/format"
import { session } from "@/lib/texts/session"

export const security = {
  title: "Security",
  intro: (email: string) => `Where ${email} is logged in, and how.`,

  sessions: "Your sessions",
  sessionsHint: (count: number) =>
    counted(count, {
      one: "You are logged in on this device only.",
      other: "You are logged in on # devices.",
    }),
  logOutDevice: "Log out this device",
  logOutDeviceName: (device: string) => `Log out this device: ${device}`,
  logOutHere: "Log out: this device",
  logOutDeviceTitle: (device: string) => `Log out ${device}?`,
  logOutDeviceBody: "It is logged out at once. Whoever uses it has to log in again.",
  deviceLoggedOut: (count: number) =>
    count === 0 ? "That device was logged out already." : "1 device was logged out.",

  logOutOthers: (count: number) => `Log out other devices (${formatNumber(count)})`,
  logOutOthersTitle: (count: number) =>
    counted(count, { one: "Log out # other device?", other: "Log out # other devices?" }),
  logOutOthersLabel: "Log out other devices",
  logOutOthersBody:
    "They are logged out at once, and links in mails that nobody has used yet end. This device stays logged in.",
  noOthers: "No other device is logged in.",
  othersLoggedOut: (count: number) =>
    counted(count, {
      one: "# other device was logged out.",
      other:
        count === 0
          ? "No other device was logged in any more."
          : "# other devices were logged out.",
    }),

  worried: "What is a session, and why are there several?",
  worriedPoints: [
    "A session begins when you log in on a browser and lasts until you log out there, until somebody ends it here, or until its time is over. Each browser and each device has one of its own.",
    "The time tells when that device last opened a page of yours. The address is where it reached us from; a phone changes it often.",
    "The name of a device is what its browser says of itself. If you do not recognise one, log it out and then change your password: that ends everything else at once.",
  ],

  connections: "Connected log-ins",
  connectionsHint: "Other accounts that open this one.",
  connected: "Connected",
  notConnected: "Not connected",
  connect: (provider: string) => `Connect ${provider}`,
  disconnect: (provider: string) => `Disconnect ${provider}`,
  disconnectTitle: (provider: string) => `Disconnect ${provider}?`,
  disconnectBody: (provider: string) =>
    `You can no longer log in with ${provider}, and your other devices are logged out.`,
  disconnected: (provider: string, ended: RevocationCount) =>
    session.alsoEnded(`${provider} is disconnected.`, ended),
  lastWayIn: "This is your only way in. Set a password first.",
  unlinkFailures: {
    last_way_in: "This is your only way in. Set a password first.",
    not_found: "That log-in was not connected any more.",
  },
  notices: {
    linked: "The log-in is connected.",
    linked_already: "That log-in was connected already.",
    linked_elsewhere: "That log-in opens another account. Disconnect it there first.",
    email_changed: "Your new email is confirmed. From now on you log in with it.",
    proved: "Thank you. Now choose once more what you wanted to do.",
    unusable: "The provider sent an account number that we can't use. Nothing was changed.",
    too_late:
      "That took too long, and nothing was changed. Choose once more what you wanted to do.",
    not_proved: "The provider did not confirm that it is you. Nothing was changed.",
  },

  everywhere: "Log out everywhere",
  everywhereBody: (counts: string) =>
    `Ends ${counts}, this device included. You then log in again.`,
  everywhereTitle: "Log out everywhere, this device too?",
  everywhereBut: (kept: string) => `Log out but keep ${kept}`,
  everywhereEnded: (ended: RevocationCount) =>
    session.alsoEnded("You logged out everywhere.", ended),

  ended: "Ended sessions",
  endedHint: "From the last 90 days.",
  everyEnded: "All ended sessions",
  noneEnded: "No session ended in the last 90 days.",
  backToSecurity: "Back to security",
  endedBy: (person: string) => `by ${person}`,

  deletion: "Delete my account",
  deletionBody:
    "Logs out every device and deletes your account with everything in it. This cannot be undone.",
  deletionField: (email: string) => `To confirm, type your email: ${email}`,
  deletionTitle: "Delete your account for good?",
  deletionMismatch: "That is not the email of this account.",
  deletionFailures: {
    not_found: "This account was deleted already.",
    last_administrator: "You are the last administrator. Make somebody else one first.",
  },
}
