/** A real SMTP server on this machine, which keeps what it is sent. */
import { EventEmitter, once } from "node:events"
import type { AddressInfo } from "node:net"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import type { Smtp } from "@/lib/smtp-settings"

export interface ReceivedMail extends ParsedMail {
  /** Where the server was told to bring it, whatever the mail itself says. */
  readonly recipients: readonly string[]
  readonly raw: string
}

export interface MailServer {
  /** Grows as mails arrive. */
  readonly mails: readonly ReceivedMail[]
  /** The first mails, once as many have arrived. */
  readonly arrived: (count: number) => Promise<readonly ReceivedMail[]>
  readonly smtp: Smtp
  /** As SMTP_URL and MAIL_FROM. */
  readonly settings: { readonly SMTP_URL: string; readonly MAIL_FROM: string }
  readonly stop: () => Promise<void>
}

interface MailServerOptions
  extends Pick<SMTPServerOptions, "disabledCommands" | "hideSTARTTLS" | "onAuth"> {
  /** Any free one, unless it is named. */
  readonly port?: number
}

export async function startMailServer({
  port = 0,
  ...options
}: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const arrivals = new EventEmitter()
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["AUTH"],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    onData(stream, { envelope }, done) {
      readMail(
        stream,
        envelope.rcptTo.map(({ address }) => address),
      ).then((mail) => {
        mails.push(mail)
        arrivals.emit("mail")
        done()
      }, done)
    },
    ...options,
  })
  // A client that hangs up in the middle is the test's business.
  server.on("error", () => {})
  const listening = server.listen(port, "127.0.0.1")
  await once(listening, "listening")
  const { port: given } = listening.address() as AddressInfo
  return {
    mails,
    async arrived(count) {
      while (mails.length < count) await once(arrivals, "mail")
      return mails.slice(0, count)
    },
    smtp: {
      host: "127.0.0.1",
      port: given,
      isSecure: false,
      requiresTls: false,
      login: undefined,
      from: { name: "Everywhere", address: "mail@app.test" },
    },
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${given}`,
      MAIL_FROM: "Everywhere <mail@app.test>",
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function readMail(
  stream: AsyncIterable<Buffer>,
  recipients: readonly string[],
): Promise<ReceivedMail> {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  const raw = Buffer.concat(chunks).toString()
  return { ...(await simpleParser(raw)), recipients, raw }
}
