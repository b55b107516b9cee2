import type { Page, PageRequest } from "@/lib/db/lists/keyset"
import { mailList, type WrittenMail } from "@/lib/db/lists/mail-list"
import { openMail } from "@/lib/db/mail/mail-row"
import { mailSeal } from "@/lib/db/mail/seal"
import { demo } from "@/lib/demo"
import { settings } from "@/lib/settings"
import { compose } from "./compose"
import { htmlPart } from "./html-part"
import type { Letter } from "./letter"
import { textPart } from "./text-part"

export interface ReadMail extends Pick<WrittenMail, "id" | "kind" | "to" | "createdAt" | "sentAt"> {
  /** Null where the mail was not kept, or its link can no longer be opened. */
  readonly content: { readonly letter: Letter; readonly text: string; readonly html: string } | null
}

/** The mails as their readers get them, the latest first, secrets included: for the demo's eyes only. */
export async function readMails(request: PageRequest): Promise<Page<ReadMail>> {
  const { items, ...neighbours } = await mailList().page(request)
  return { items: await Promise.all(items.map(read)), ...neighbours }
}

export async function readMail(id: string): Promise<ReadMail | null> {
  const mail = await mailList().find(id)
  return mail && read(mail)
}

async function read(written: WrittenMail): Promise<ReadMail> {
  const { id, kind, to, createdAt, sentAt } = written
  const { authUrl } = settings()
  if (!demo()) throw new Error("Only the demo shows its mails.")
  const opened = await openMail(written, mailSeal())
  const letter = opened.ok ? compose(opened.value, authUrl) : null
  const content = letter && {
    letter,
    text: textPart(letter, authUrl),
    html: htmlPart(letter, authUrl),
  }
  return { id, kind, to, createdAt, sentAt, content }
}
