import type { RevocationCount } from "log-out-everywhere"
import { counted, formatNumber } from "@/lib/texts/format"
import { session } from "@/lib/texts/session"

export const security = {
  title: "Security",
  intro: (email: string) => `Devices and ways to log in for ${email}.`,
  pages: {
    navigation: "Settings",
    sessions: "Sessions",
    browsers: "Known browsers",
    password: "Password",
    email: "Email",
    connections: "Connected logins",
    apiTokens: "API tokens",
    history: "History",
    account: "Account",
  },

  sessions: "Your sessions",
  sessionsHint: (count: number) =>
    counted(count, {
      one: "You're logged in on this device only.",
      other: "You're logged in on # devices.",
    }),
  logOutDevice: "Log out",
  logOutDeviceName: (device: string) => `Log out ${device}`,
  logOutHere: "Log out of this device",
  logOutDeviceTitle: (device: string) => `Log out ${device}?`,
  logOutDeviceBody: "It will be logged out immediately. Anyone using it will have to log in again.",
  deviceLoggedOut: (count: number, device: string) =>
    count === 0 ? "That device was already logged out." : `${device} was logged out.`,

  logOutOthers: (count: number) => `Log out other devices (${formatNumber(count)})`,
  logOutOthersTitle: (count: number) =>
    counted(count, { one: "Log out # other device?", other: "Log out # other devices?" }),
  logOutOthersLabel: "Log out other devices",
  logOutOthersBody:
    "They'll be logged out immediately, and any unused links we've emailed you will stop working. This device stays logged in.",
  noOthers: "No other devices are logged in.",
  othersLoggedOut: (count: number) =>
    counted(count, {
      one: "# other device was logged out.",
      other: count === 0 ? "No other devices were logged in." : "# other devices were logged out.",
    }),

  worried: "What is a session, and why do I have several?",
  worriedPoints: [
    "A session starts when you log in and lasts until you log out, it's ended here, or it expires. Every browser on every device has its own.",
    "The time is when that device last used your account. The IP address is where it connected from; on phones it changes often.",
    "Device names come from the browser. Don't recognise one? Log it out, then change your password, which ends all other sessions.",
  ],

  connections: "Connected logins",
  connectionsHint: "Other accounts you can log in with.",
  noProviders: "There are no other accounts that you can log in with here.",
  connected: "Connected",
  notConnected: "Not connected",
  connect: (provider: string) => `Connect ${provider}`,
  disconnect: (provider: string) => `Disconnect ${provider}`,
  disconnectTitle: (provider: string) => `Disconnect ${provider}?`,
  disconnectBody: (provider: string) =>
    `You'll no longer be able to log in with ${provider}, and your other devices will be logged out.`,
  disconnected: (provider: string, ended: RevocationCount) =>
    session.alsoEnded(`${provider} is disconnected.`, ended),
  lastWayIn: "This is your only way in. Set a password first.",
  unlinkFailures: {
    last_way_in: "This is your only way in. Set a password first.",
    not_found: "That login was already disconnected.",
  },
  notices: {
    linked: "Login connected.",
    linked_already: "That login was already connected.",
    linked_elsewhere: "That login is connected to another account. Disconnect it there first.",
    email_changed: "Your new email is confirmed. You'll log in with it from now on.",
    proved: "Thanks, you're verified. Now try again.",
    unusable: "The provider sent an account number that we can't use. Nothing was changed.",
    too_late: "That took too long, and nothing was changed. Please try again.",
    not_proved: "The provider couldn't confirm it's you. Nothing was changed.",
  },

  everywhere: "Log out everywhere",
  everywhereBody: (counts: string) =>
    `Ends ${counts}. This device is logged out too, so you'll need to log in again.`,
  everywhereTitle: "Log out everywhere, including this device?",
  everywhereEnded: (ended: RevocationCount) =>
    session.alsoEnded("You're logged out everywhere.", ended),
  everywhereBut: (kept: string) => `Log out everywhere but keep ${kept}`,

  ended: "Ended sessions",
  endedHint: (kept: string) => `Last ${kept}`,
  everyEnded: "All ended sessions",
  noneEnded: (kept: string) => `No sessions ended in the last ${kept}.`,
  backToSecurity: "Back to Security",
  endedBy: (person: string) => `by ${person}`,

  deletion: "Delete my account",
  deletionBody:
    "Logs you out everywhere and permanently deletes your account and data. This can't be undone.",
  deletionField: (email: string) => `To confirm, type your email: ${email}`,
  deletionTitle: "Permanently delete your account?",
  deletionMismatch: "That isn't this account's email.",
  deletionFailures: {
    not_found: "This account was already deleted.",
    last_administrator: "You're the last administrator. Make someone else an administrator first.",
  },
}
