/** The page on which the demo shows the emails that the app writes. */
export const mailbox = {
  title: "Emails",
  back: "Back to emails",
  description: "Emails the app would send. The demo keeps them here instead.",
  caption: "Emails, newest first",
  columns: { subject: "Email", to: "To", state: "State", written: "Written" },
  sent: "Sent",
  waiting: "Not sent (demo)",
  lost: "Content not kept",
  nothing: "No emails yet",
  nothingHint:
    "Emails appear here when people ask for links, or when something happens to their accounts.",

  to: "To",
  written: "Written",
  sentAt: "Sent",
  openLink: "Open link",
  html: "HTML",
  text: "Plain text",
  unreadable: "The content of this email wasn't kept.",
} as const
