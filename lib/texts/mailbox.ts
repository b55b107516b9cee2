/** The page on which the demo shows the mails that the app writes. */
export const mailbox = {
  title: "Mail",
  description: "The mails that the app writes. The demo keeps them here, for reading.",
  caption: "Mails, the newest first",
  columns: { subject: "Mail", to: "To", state: "State", written: "Written" },
  sent: "Sent",
  waiting: "Kept here",
  lost: "A mail that was not kept",
  nothing: "No mail yet",
  nothingHint:
    "Mails appear here as people ask for links, or as something happens to their accounts.",

  to: "To",
  written: "Written",
  sentAt: "Sent",
  openLink: "Open its link",
  html: "As HTML",
  text: "As text",
  unreadable: "What this mail said is no longer known.",
}
