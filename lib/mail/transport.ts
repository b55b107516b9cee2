import { createTransport } from "nodemailer"
import type { MailAddress, Smtp } from "@/lib/smtp-settings"

export interface Message {
  /** The same for each try, so that a mail server can tell a mail that comes a second time. */
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Resolves when the mail server has taken the message, and throws otherwise. */
export type Send = (message: Message) => Promise<void>

export function smtpTransport({ from, ...server }: Smtp): Send {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: server.requiresTls,
    // Where it may go unencrypted, a certificate that proves nothing does no harm.
    tls: { rejectUnauthorized: server.isSecure || server.requiresTls },
    ...(server.login && { auth: server.login }),
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return async ({ to, ...message }) => {
    await transport.sendMail({
      ...message,
      from,
      to: oneAddress(to),
      // Says that no person wrote it, so that no machine answers it (RFC 3834).
      // A mailbox that folds mails of one subject would hide the link that works behind the one that is over.
      headers: { "Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": message.messageId },
    })
  }
}

/** As an object, which is not parsed: a text could be a list of addresses, or hold a header. */
function oneAddress(address: string): MailAddress {
  if (!/^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u.test(address)) {
    throw new Error("This is not the address of one mailbox.")
  }
  return { name: "", address }
}
