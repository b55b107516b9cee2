import { connection } from "@/lib/db/client"
import { listener } from "@/lib/db/listener"
import { mailQueue } from "@/lib/db/mail/mail-queue"
import { mailChannel } from "@/lib/db/mail/outbox-store"
import { mailSeal } from "@/lib/db/mail/seal"
import { demo } from "@/lib/demo"
import { log } from "@/lib/log"
import { settings } from "@/lib/settings"
import { startOutbox } from "./outbox"
import { smtpTransport } from "./transport"

/** Sends the app's mail from this process, until it is stopped. */
export function startMail(): { readonly stop: () => Promise<void> } {
  const { smtp, authUrl } = settings()
  if (!smtp) {
    if (!demo()) log().warn(NO_SERVER)
    return { stop: async () => {} }
  }
  const outbox = startOutbox({
    queue: mailQueue(connection()),
    seal: mailSeal(),
    send: smtpTransport(smtp),
    app: authUrl,
    log: log(),
    keepsBodies: demo() !== null,
  })
  const stopListening = listener().on(mailChannel, outbox.nudge)
  return {
    async stop() {
      stopListening()
      await outbox.stop()
    },
  }
}

const NO_SERVER =
  "Emails can't be sent, and wait in the database: set SMTP_URL to the mail server, like smtps://user:password@mail.example.com:465, and MAIL_FROM to the sender."
