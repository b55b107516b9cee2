import { toASCII } from "tr46"

/** What the standards allow, in octets (RFC 5321 4.5.3.1): the local part, and all of it. */
const maxLength = { localPart: 64, address: 254 }

/** HTML's own grammar of an email address, which browsers hold their fields to. */
const valid =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/

/** More than this is no address in any spelling, and is not worth taking apart. */
const maxUnits = 1_000

/**
 * The one spelling under which an address is kept and found, or null where the text is no address.
 *
 * It is the rule of `<input type="email">`, after trimming: the domain in ASCII as browsers write it
 * (UTS 46, not transitional), all of it in lower case. A local part is never mapped: a KELVIN SIGN there
 * is refused, and opens nobody's mailbox.
 */
export function parseEmail(text: string): string | null {
  const trimmed = text.trim()
  const at = trimmed.indexOf("@")
  if (trimmed.length > maxUnits || at < 0 || at > maxLength.localPart) return null
  const [localPart, domain] = [trimmed.slice(0, at), asciiDomain(trimmed.slice(at + 1))]
  if (!isAscii(localPart) || domain === null) return null
  const email = `${localPart}@${domain}`.toLowerCase()
  return email.length <= maxLength.address && valid.test(email) ? email : null
}

/** Why a text is no address: the local part alone may be at fault, and that deserves a sentence. */
export function emailProblem(text: string): "malformed" | "local_part" | null {
  if (parseEmail(text) !== null) return null
  const [localPart = "", ...domain] = text.trim().split("@")
  const isLocalPart = !isAscii(localPart) && parseEmail(`a@${domain.join("@")}`) !== null
  return isLocalPart ? "local_part" : "malformed"
}

/** Whether somebody who was asked to type this address out has done so, in either spelling. */
export function isSameEmail(typed: unknown, kept: string): boolean {
  if (typeof typed !== "string") return false
  return (parseEmail(typed) ?? typed.trim().toLowerCase()) === kept
}

/**
 * Part of an address, as a search has to spell it to find it: what is kept is ASCII. A whole label of a
 * domain is found by either spelling.
 */
export function emailPart(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  const at = text.lastIndexOf("@") + 1
  const domain = toASCII(text.slice(at))
  return domain === null ? text.toLowerCase() : text.slice(0, at).toLowerCase() + domain
}

/** A browser leaves a domain that is ASCII already as it is, and so does this. */
function asciiDomain(domain: string): string | null {
  if (isAscii(domain)) return domain
  return toASCII(domain, {
    checkBidi: true,
    checkJoiners: true,
    useSTD3ASCIIRules: true,
    verifyDNSLength: true,
  })
}

const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text)
