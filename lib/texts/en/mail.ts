/** The words of the emails. Instants arrive here as text. */
export const mail = {
  sentBy: "Sent by {product}, {address}",
  linkInWords: "If the button doesn't work, open this address:",

  device: "Device",
  time: "Time",
  networkAddress: "IP address",
  reason: "Reason",
  removed:
    "These connected logins were removed because someone else may have connected them: {names}. You can connect your own again once you're logged in.",

  passwordReset: {
    subject: "Reset your password",
    asked: "Someone (hopefully you) asked to reset the password for {person}.",
    started:
      "An administrator sent a password reset for {person}. Choose a new password with this link.",
    link: "Choose a new password",
    rules: "The link works once, until {until}. A new password logs you out on every device.",
    otherwise: "If this wasn't you, ignore this email. Your password won't change.",
    unexpected:
      "Not expecting this? Ask an administrator first. Your password won't change until you use the link.",
  },

  magicLink: {
    subject: "Your login link",
    asked: "Here is the link to log in as {person}.",
    link: "Log in",
    rules: "It works once, until {until}.",
    otherwise:
      "If you didn't ask for it, ignore this email. No one can log in without the link, so never share it.",
  },

  invitation: {
    subject: "You're invited to {product}",
    made: "{by} invited you to {product}. Choose a password to get started.",
    link: "Set my password",
    rules: "The link works once, until {until}.",
    otherwise: "If you weren't expecting this, ignore this email.",
  },

  emailChange: {
    subject: "Confirm your new email address",
    asked: "You asked to change the email for {before} to {after}. You'll log in with it, too.",
    link: "Confirm this address",
    rules: "The link works once, until {until}. Nothing changes until you use it.",
    otherwise: "If you didn't ask for this, ignore this email.",
  },

  emailChangeNotice: {
    subject: "Your email address was changed",
    changed: "Your account's email was changed from {before} to {after}.",
    otherwise: "If this wasn't you, undo it to get this address back.",
    link: "Undo the change",
    rules: "It works until {until}, even if you can't log in.",
    fine: "If this was you, you don't need to do anything.",
  },

  newDevice: {
    subject: "New login to your account",
    happened: "Someone logged in as {person} from a new device.",
    fine: "If this was you, you don't need to do anything.",
    otherwise: "If this wasn't you, tell us. You can end that session or all of them.",
    link: "This wasn't me",
    rules: "It works even if you can't log in, and shows what will happen first.",
  },

  passwordChanged: {
    subject: "Your password was changed",
    happened: "The password for {person} was changed.",
    fine: "If this was you, you don't need to do anything.",
    otherwise: "If this wasn't you, reset your password now. That ends all sessions.",
    link: "Reset my password",
  },

  providerConnected: {
    subject: "A login was connected to your account",
    happened: "You can now log in to {person} with {provider}.",
    fine: "If this was you, you don't need to do anything.",
    otherwise:
      "If this wasn't you, remove that login on your security page, then choose a new password. Both log out your other devices.",
    link: "Open my security page",
  },

  providerDisconnected: {
    subject: "A login was removed from your account",
    happened: "You can no longer log in to {person} with {provider}.",
    fine: "If this was you, you don't need to do anything.",
    otherwise: "If this wasn't you, reset your password now. That ends all sessions.",
    link: "Reset my password",
  },

  apiTokenMade: {
    subject: "An API token was created for your account",
    happened:
      "Someone who was logged in as {person} created an API token. Anyone with the token can see and end your sessions.",
    name: "Token name",
    fine: "If this was you, you don't need to do anything.",
    otherwise:
      "If this wasn't you, revoke the token on your security page, then choose a new password.",
    link: "Open my security page",
  },

  accountDeleted: {
    subject: "Your account was deleted",
    by: {
      owner: "Someone who was logged in as {person} deleted the account and all its data.",
      administrator: "An administrator deleted {person}'s account and all its data.",
    },
    next: "This can't be undone. If you weren't expecting this, contact the people who run this app.",
    forgotten: "This is the last email we'll send you. We don't keep your address.",
    link: "Open the app",
  },

  loggedOutByAdmin: {
    subject: "You were logged out everywhere",
    happened: "An administrator ended all of {person}'s sessions.",
    next: "Log in again to continue.",
    link: "Log in",
  },
  sessionsRevoked: {
    subject: "An administrator ended some of your sessions",
    happened: "An administrator ended one or more of {person}'s sessions and tokens.",
    next: "Log in again where you were logged out, and check your devices. If you don't recognise one, log it out and change your password.",
    link: "Check your devices",
  },
} as const
