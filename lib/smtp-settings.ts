import { unescape as decoded } from "node:querystring"
import { z } from "zod"

export interface Smtp {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte (smtps:). */
  readonly isSecure: boolean
  /** Sends nothing, and no password, before the connection is encrypted. */
  readonly requiresTls: boolean
  readonly login: { readonly user: string; readonly pass: string } | undefined
  readonly from: MailAddress
}

export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** `smtps://user:password@host:465`, `smtp://user:password@host:587`. */
export const smtpServer = z.string().transform((text, context): Omit<Smtp, "from"> => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol)) {
    context.addIssue("SMTP_URL must be an address like smtps://user:password@mail.example.com:465.")
    return z.NEVER
  }
  if (!["", PLAIN].includes(url.search)) {
    context.addIssue(`SMTP_URL may end in ${PLAIN}, and knows no other option.`)
    return z.NEVER
  }
  const isSecure = url.protocol === "smtps:"
  const host = url.hostname.replace(/^\[|\]$/g, "")
  return {
    host,
    port: Number(url.port) || (isSecure ? 465 : 587),
    isSecure,
    requiresTls: !isSecure && url.search !== PLAIN && !onThisMachine.includes(host),
    login: url.username ? { user: decoded(url.username), pass: decoded(url.password) } : undefined,
  }
})

/** `Name <mail@example.com>`, or the address alone. */
export const mailFrom = z.string().transform((text, context): MailAddress => {
  const [, name = "", inBrackets] = /^([^<>\r\n]*)<([^<>]+)>$/.exec(text.trim()) ?? []
  const address = z.email().safeParse(inBrackets ?? text.trim()).data
  if (address) return { name: name.trim().replace(/^"(.*)"$/, "$1"), address }
  context.addIssue("MAIL_FROM must be an address like Everywhere <mail@example.com>.")
  return z.NEVER
})

/** The links in the mails open accounts: an operator must say that they may travel readable. */
const PLAIN = "?requireTLS=false"
const onThisMachine = ["localhost", "127.0.0.1", "::1"]
