/** What the app has written to its outbox, with the secrets that only the reader of the mail gets. */
import { openMail } from "@/lib/db/mail/mail-row"
import type { Seal } from "@/lib/db/mail/seal"
import type { Mail, MailKind } from "@/lib/users/ports/outbox"
import { testSeal, type World } from "@/test/world/people"

/** The mails to this address, the oldest first. */
export async function mailsTo(
  { connection }: Pick<World, "connection">,
  address: string,
  seal: Seal = testSeal(),
): Promise<readonly Mail[]> {
  const written = await connection.prisma.outboxMail.findMany({
    where: { to: address },
    orderBy: { createdAt: "asc" },
  })
  const opened = await Promise.all(
    written.map((mail) => openMail({ ...mail, kind: mail.kind as MailKind }, seal)),
  )
  return opened.map((mail) => {
    if (!mail.ok) throw new Error(`A mail to ${address} cannot be opened.`)
    return mail.value
  })
}

/** The secret in the latest mail of this kind. */
export async function linkIn(
  world: Pick<World, "connection">,
  address: string,
  kind: MailKind,
  seal?: Seal,
): Promise<string> {
  const mail = (await mailsTo(world, address, seal)).findLast((each) => each.kind === kind)
  if (!mail?.secret) throw new Error(`No mail of the kind ${kind} went to ${address}.`)
  return mail.secret
}
