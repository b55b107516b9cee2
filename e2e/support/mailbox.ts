import { expect } from "playwright/test"
import type { Connection } from "@/lib/db/client"
import { sealWith } from "@/lib/db/mail/seal"
import { compose } from "@/lib/mail/compose"
import type { MailKind } from "@/lib/users/ports/outbox"
import { mailsTo } from "@/test/mail/written-mails"
import type { TestApp } from "@/test/world/app"

/** What people find in their mail. The app under test has no mail server: its mails wait in the outbox. */
export class Mailboxes {
  readonly #connection: Connection
  readonly #app: Pick<TestApp, "url" | "authSecret">

  constructor(connection: Connection, app: Pick<TestApp, "url" | "authSecret">) {
    this.#connection = connection
    this.#app = app
  }

  async kindsTo(email: string): Promise<MailKind[]> {
    return (await this.#mailsTo(email)).map(({ kind }) => kind)
  }

  /** Where the link in the latest mail of this kind leads, once there is one: many come after the answer. */
  async linkTo(email: string, kind: MailKind): Promise<string> {
    const find = async () => (await this.#mailsTo(email)).findLast((mail) => mail.kind === kind)
    await expect.poll(find, `a mail ${kind} to ${email}`).toBeTruthy()
    const mail = await find()
    if (!mail) throw new Error(`The mail ${kind} to ${email} is gone.`)
    const { pathname, search } = new URL(compose(mail, new URL(this.#app.url)).link.address)
    return pathname + search
  }

  #mailsTo(email: string) {
    return mailsTo({ connection: this.#connection }, email, sealWith(this.#app.authSecret))
  }
}
