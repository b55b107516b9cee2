import type { Words } from "@/lib/texts/words"
import type { Mail, MailKind } from "@/lib/users/ports/outbox"

/** What a mail says, from top to bottom, before it is text or HTML. */
export interface Letter {
  readonly subject: string
  readonly opening: readonly string[]
  readonly facts?: readonly (readonly [name: string, value: string])[]
  readonly advice?: readonly string[]
  readonly link: { readonly label: string; readonly address: string }
  readonly closing?: readonly string[]
}

/** Writes the letter of one kind of mail, for the app at this address and in the words of its reader. */
export type Compose<Kind extends MailKind> = (
  mail: Mail<Kind>,
  app: URL,
  t: Words<"mail">,
) => Letter
