import "server-only"
import { createHash } from "node:crypto"
import { fail, hashSecret, ok, type Result } from "log-out-everywhere"
import type { User } from "next-auth"
import { z } from "zod"
import { isCutLink, readLink } from "@/lib/auth/cookies/link-cookie"
import { refusal } from "@/lib/auth/log-in-failure"
import { type LinkEnding, linkBehind } from "@/lib/auth/opened-link"
import { refuseLogIn } from "@/lib/auth/refused-log-in"
import { requestFacts } from "@/lib/auth/request-facts"
import { parts } from "@/lib/db/parts"
import type { Role } from "@/lib/names/role"
import { consumeMagicLink } from "@/lib/users/log-in/consume-magic-link"

export const magicLinkProviderId = "magic_link"

/** What the database looks a mailed secret up by, before the hash that every token is kept under. */
export const verificationToken = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex")

/** Whose log-in link this browser opened, and its secret. Looking consumes nothing. */
export async function openedMagicLink(): Promise<
  Result<{ email: string; secret: string }, LinkEnding>
> {
  if (await isCutLink("magic_link")) return fail("cut")
  const secret = await readLink("magic_link")
  if (secret === "") return fail("ended")
  const hash = hashSecret(verificationToken(secret))
  const signUp = await parts().verificationLinks.findSignUp(hash)
  if (signUp) return ok({ email: signUp, secret })
  const opened = await linkBehind("magic_link", hash)
  return opened.ok ? ok({ email: opened.value.owner.email, secret }) : opened
}

const Submitted = z.object({ email: z.string().min(1), secret: z.string().min(1) })

/** NextAuth's `authorize` for mailed links: uses the link up. */
export async function authorizeByLink(submitted: unknown): Promise<User> {
  const input = Submitted.safeParse(submitted)
  if (!input.success) throw refusal("link_ended")
  const { email, secret } = input.data
  const hash = hashSecret(verificationToken(secret))
  const { device } = await requestFacts()
  const link = { email, hash, address: device.address }
  const used = await consumeMagicLink(parts(), link)
  if (!used.ok) {
    const { failure } = used
    if (failure === "no_account")
      await refuseLogIn(failure, { method: magicLinkProviderId, userId: null, device })
    throw refusal(failure)
  }
  // A person who reads the mailbox is the owner: strangers' guesses close no door to them.
  await parts().throttle.clear(email)
  const { userId: id, epoch, role } = used.value
  return { id, epoch, role: role as Role }
}
