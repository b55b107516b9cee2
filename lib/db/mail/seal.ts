import { ok, type Result, type Secret } from "log-out-everywhere"
import { deriveKeys, type Keys, keysFor, type Secrets } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"
import type { Mail } from "@/lib/users/ports/outbox"

/** Keeps the secret of a waiting mail's link such that the database alone opens nobody's account. */
export interface Seal {
  /** What it returns opens for a mail of this kind to this address, and for no other. */
  close(secret: Secret, mail: Addressed): Promise<string>
  /** `other_key`: AUTH_SECRET was changed since, and what it was before is not given. */
  open(sealed: string, mail: Addressed): Promise<Result<Secret, "other_key" | "altered">>
}

type Addressed = Pick<Mail, "kind" | "to">

/** The app's own. */
export const mailSeal = (): Seal => sealBy(keysFor("outbox"))

/** That of an app with these secrets. */
export const sealWith = (...secrets: Secrets): Seal => sealBy(deriveKeys(secrets, "outbox"))

function sealBy(keys: Keys): Seal {
  return {
    close: (secret, { kind, to }) => sealFacts(keys, { secret }, { audience: kind, subject: to }),

    async open(sealed, { kind, to }) {
      const opened = await openFacts(keys, sealed, { audience: kind, subject: to })
      return opened.ok ? ok(opened.value.secret as Secret) : opened
    },
  }
}
