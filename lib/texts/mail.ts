/** The words of the mails. Instants arrive here as text. */
export const mail = {
  sentBy: (product: string, address: string) => `Sent by ${product}, ${address}`,
  linkInWords: "If the button does not work, open this address:",

  device: "Device",
  time: "Time",
  networkAddress: "Network address",
  reason: "Reason",
  removed: (names: string) =>
    `These connected log-ins were removed, since it may not have been you who connected them: ${names}. You can connect your own again once you are logged in.`,

  passwordReset: {
    subject: "Reset your password",
    asked: (person: string) =>
      `Somebody, we hope you, asked to reset the password of the account ${person}.`,
    started: (person: string) =>
      `An administrator started a reset of the password of the account ${person}. Choose a new one with this link.`,
    link: "Choose a new password",
    rules: (until: string) =>
      `The link works once, until ${until}. A new password logs you out on every device.`,
    otherwise: "If it was not you, ignore this mail. Your password stays as it is.",
    unexpected:
      "If you do not know why, ask an administrator first. Until you use the link, your password stays as it is.",
  },

  magicLink: {
    subject: "Your log-in link",
    asked: (person: string) => `Here is the link to log in as ${person}.`,
    link: "Log in",
    rules: (until: string) => `It works once, until ${until}.`,
    otherwise:
      "If you did not ask for it, ignore this mail. Nobody gets in without the link, so never pass it on.",
  },

  invitation: {
    subject: (product: string) => `Your account at ${product}`,
    made: (by: string, person: string) =>
      `${by} made an account for ${person}. Choose a password to open it.`,
    link: "Open my account",
    rules: (until: string) => `The link works once, until ${until}.`,
    otherwise: "If you do not expect this, ignore this mail.",
  },

  emailChange: {
    subject: "Confirm your new email address",
    asked: (before: string, after: string) =>
      `The account ${before} is to get its mail at ${after} from now on, and to log in with it.`,
    link: "Confirm this address",
    rules: (until: string) =>
      `The link works once, until ${until}. Until you use it, nothing changes.`,
    otherwise: "If you did not ask for this, ignore this mail.",
  },

  emailChangeNotice: {
    subject: "Your email address was changed",
    changed: (before: string, after: string) =>
      `Your account now has the address ${after}, no longer ${before}.`,
    otherwise: "If it was not you, undo it. That brings this address back.",
    link: "Undo the change",
    rules: (until: string) => `The link works until ${until}, also when you cannot log in.`,
    fine: "If it was you, there is nothing to do.",
  },

  newDevice: {
    subject: "New log-in to your account",
    happened: (person: string) =>
      `Somebody logged in as ${person} on a device that had not been used for it before.`,
    fine: "If it was you, there is nothing to do.",
    otherwise: "If it was not you, say so. You can end that session, or every session.",
    link: "This was not me",
    rules: "The link works also when you cannot log in. It shows first what will happen.",
  },

  passwordChanged: {
    subject: "Your password was changed",
    happened: (person: string) => `The password of the account ${person} was changed.`,
    fine: "If it was you, there is nothing to do.",
    otherwise: "If it was not you, choose a new password now. That ends every session.",
    link: "Reset my password",
  },

  providerConnected: {
    subject: "A log-in was connected to your account",
    happened: (person: string, provider: string) =>
      `From now on ${provider} opens the account ${person} too.`,
    fine: "If it was you, there is nothing to do.",
    otherwise:
      "If it was not you, remove that log-in on your security page, and then choose a new password. Both log out the other devices.",
    link: "Open my security page",
  },

  providerDisconnected: {
    subject: "A log-in was removed from your account",
    happened: (person: string, provider: string) =>
      `From now on ${provider} no longer opens the account ${person}.`,
    fine: "If it was you, there is nothing to do.",
    otherwise: "If it was not you, choose a new password now. That ends every session.",
    link: "Reset my password",
  },

  apiTokenMade: {
    subject: "An API token was made for your account",
    happened: (person: string) =>
      `Somebody who was logged in as ${person} made an API token. A program that has it can see and end what is logged in to the account.`,
    name: "Name of the token",
    fine: "If it was you, there is nothing to do.",
    otherwise:
      "If it was not you, revoke the token on your security page, and then choose a new password.",
    link: "Open my security page",
  },

  accountDeleted: {
    subject: "Your account was deleted",
    by: {
      owner: (person: string) =>
        `Somebody who was logged in as ${person} deleted the account, with everything it held.`,
      administrator: (person: string) =>
        `An administrator deleted the account ${person}, with everything it held.`,
    },
    next: "It cannot be brought back. If this is a surprise, ask the people who run this app.",
    forgotten: "This is the last mail to you. Your address is not kept.",
    link: "Open the app",
  },

  loggedOutByAdmin: {
    subject: "You were logged out everywhere",
    happened: (person: string) => `An administrator ended every session of the account ${person}.`,
    next: "Log in again to go on.",
    link: "Log in",
  },
}
