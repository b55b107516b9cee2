/** What is said once something has been emailed, whether or not anyone has that address. */
export const inbox = {
  title: "Check your inbox",
  sent: "If there's an account for {email}, we've sent it a link. It expires in {lasts}.",
  sentAgain: "Sent again. The link in the latest email is the one that works.",
  notYet: "There's already an email on its way. Give it a moment before you send another.",
  help: "It can take a minute. If it doesn't arrive, check your spam folder and the address.",
  again: "Send again",
  againIn: "in {time}",
  againInWords:
    "{minutes, plural, =0 {You can send it again in less than a minute.} one {You can send it again in # minute.} other {You can send it again in # minutes.}}",
  otherAddress: "Use a different address",
  tooMany:
    "{minutes, plural, one {Too many requests. Try again in # minute.} other {Too many requests. Try again in # minutes.}}",
} as const
