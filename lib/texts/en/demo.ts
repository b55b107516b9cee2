/** Of the demo's own pages, and of what it adds to others. No other app shows any of it. */
export const demo = {
  people: "Sample people",
  peopleHint: "This is a demo, and its people are made up. Their password: {password}",
  logInAs: "Log in as {name}",
  shows: {
    admin: "An administrator, who also sees everyone's sessions, the audit log and the policy.",
    ann: "Has several devices, an API token, and a stranger who tried to guess the password.",
    bob: "Someone else: whatever you do as Ann, Bob stays logged in.",
  },
  otherPassword:
    "Someone has changed this password. Log in with the new one, or start over: npm run demo -- --reset",

  inbox: "This demo keeps every email it writes.",
  openInbox: "Open the inbox",

  title: "Try it",
  description: "Three things to try in two browsers",
  second:
    "Open {address} in a second browser, or in a private window of this one: that's your second device.",
  startOver: "Break what you like. This brings everything back:",
  one: {
    title: "Log out one device",
    steps: {
      first: "Log in as Ann in both browsers.",
      second: "In this one, find the other device in the list and log it out.",
      third: "In the other one, open any page. It's logged out, and says why.",
    },
    begin: "Open my sessions",
  },
  password: {
    title: "Change the password",
    steps: {
      first: "Log in as Bob in both browsers.",
      second: "In this one, change the password.",
      third:
        "This device stays logged in. The other one is logged out, and the old password no longer works.",
    },
    begin: "Open the password page",
  },
  incident: {
    title: "Log out everywhere, then everyone",
    steps: {
      first: "As Ann, log out everywhere: every device is logged out, including this one.",
      second: "As Ada, the administrator, respond to an incident: log everyone out.",
      third: "Only Ada's own session is left, and the audit log shows who ended what.",
    },
    begin: "Open my sessions",
    beginAsAdministrator: "Open everyone's sessions",
  },
} as const
