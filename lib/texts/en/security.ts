export const security = {
  title: "Security",
  intro: "Devices and ways to log in for {email}.",

  pages: {
    navigation: "Settings",
    sessions: "Sessions",
    browsers: "Known browsers",
    password: "Password",
    email: "Email",
    connections: "Connected logins",
    apiTokens: "API tokens",
    history: "History",
    privacy: "Privacy",
    account: "Account",
  },
  sessions: "Your sessions",
  sessionsHint:
    "{count, plural, one {You're logged in on this device only.} other {You're logged in on # devices.}}",
  deviceLoggedOut:
    "{count, plural, =0 {That device was already logged out.} other {{device} was logged out.}}",

  logOutOthers: "Log out other devices ({count, number})",
  logOutOthersTitle:
    "{count, plural, one {Log out # other device?} other {Log out # other devices?}}",
  logOutOthersLabel: "Log out other devices",
  logOutOthersBody:
    "{count, plural, one {It} other {They}}'ll be logged out immediately, and any unused links we've emailed you will stop working. This device stays logged in.",
  nothingLoggedOut: "Nothing was logged out.",
  noOthers: "No other devices are logged in.",
  othersLoggedOut:
    "{count, plural, =0 {No other devices were logged in.} one {# other device was logged out.} other {# other devices were logged out.}}",

  worried: "What is a session, and why do I have several?",
  worriedPoints: {
    sessions:
      "A session starts when you log in and lasts until you log out, it's ended here, or it expires. Every browser on every device has its own.",
    times:
      "The time is when that device last used your account. The IP address is where it connected from; on phones it changes often.",
    devices:
      "Device names come from the browser. Don't recognise one? Log it out, then change your password, which ends all other sessions.",
  },

  connections: "Connected logins",
  connectionsHint: "Other accounts you can log in with.",
  noProviders: "There are no other accounts that you can log in with here.",
  connected: "Connected",
  notConnected: "Not connected",
  connect: "Connect {provider}",
  disconnect: "Disconnect {provider}",
  disconnectTitle: "Disconnect {provider}?",
  disconnectBody:
    "You'll no longer be able to log in with {provider}, and your other devices will be logged out.",
  disconnected: "{provider} is disconnected.",
  lastWayIn: "This is your only way in. Set a password first.",
  unlinkFailures: {
    last_way_in: "This is your only way in. Set a password first.",
    not_found: "That login was already disconnected.",
  },
  notices: {
    linked: "Login connected.",
    linked_already: "That login was already connected.",
    linked_elsewhere: "That login is connected to another account. Disconnect it there first.",
    reported:
      "That device was logged out. Choose a new password now, in case someone else knows yours.",
    email_changed: "Your new email is confirmed. You'll log in with it from now on.",
    proved: "Thanks, you're verified. Now try again.",
    unusable: "The provider sent an account number that we can't use. Nothing was changed.",
    too_late: "That took too long, and nothing was changed. Please try again.",
    not_proved: "The provider couldn't confirm it's you. Nothing was changed.",
  },

  everywhere: "Log out everywhere",
  everywhereBody: "Ends {counts}. This device is logged out too, so you'll need to log in again.",
  everywhereTitle: "Log out everywhere, including this device?",
  everywhereBut: "Log out everywhere but keep {kept}",
  everywhereButTitle: "Log out everywhere, including this device, but keep {kept}?",
  everywhereEnded: "You're logged out everywhere.",

  ended: "Ended sessions",
  endedHint: "Last {kept}",
  everyEnded: "All ended sessions",
  noneEnded: "No sessions ended in the last {kept}.",
  backToSecurity: "Back to Security",
  endedBy: "by {person}",

  deletionFailures: {
    not_found: "This account was already deleted.",
    last_administrator: "You're the last administrator. Make someone else an administrator first.",
  },
} as const

/** Of one device of the person who is logged in. */
export const ownSession = {
  nothingLoggedOut: "Nothing was logged out.",
  reportTitle: "Report {device} as unrecognised?",
  reportBody: "It will be logged out immediately, and then you'll choose a new password.",
  logOutTitle: "Log out {device}?",
  logOutBody: "It will be logged out immediately. Anyone using it will have to log in again.",
} as const

export const deletion = {
  submit: "Delete my account",
  body: "Logs you out everywhere and permanently deletes your account and data. This can't be undone.",
  field: "To confirm, type your email: {email}",
  title: "Permanently delete your account?",
  mismatch: "That isn't this account's email.",
} as const
