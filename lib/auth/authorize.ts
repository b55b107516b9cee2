import type { User } from "next-auth"
import { z } from "zod"
import { admitLogIn } from "@/lib/db/log-in-throttle"
import { stores } from "@/lib/db/stores"
import { throttle } from "@/lib/db/throttle"
import { verifyCredentials } from "@/lib/users/verify-credentials"
import { doorOf } from "./door"
import { currentLogIn, noteProof } from "./log-in-context"

const Submitted = z.object({
  email: z.string().min(1).max(1_000),
  password: z.string().min(1).max(1_000),
  remember: z.string().optional(),
  returning: z.string().optional(),
})

/**
 * The door of every password log-in, through our form or straight at NextAuth's endpoint: throttling,
 * equal timing and the audit log stand behind it.
 */
export async function authorize(submitted: unknown): Promise<User | null> {
  const logIn = currentLogIn()
  if (!logIn)
    throw new Error(
      "A password log-in runs inside runLogIn, which knows the address to throttle by.",
    )
  const input = Submitted.safeParse(submitted)
  if (!input.success) {
    logIn.failure = "wrong_credentials"
    return null
  }

  const { email, password, remember, returning } = input.data
  const { tokens, users, audit } = stores()
  const door = await doorOf(tokens, logIn.browserSecrets, email)
  const attempt = { email, address: logIn.device.address, door }
  const verified = await verifyCredentials(
    { users, audit, throttle: throttle(), tell: logIn.tell },
    attempt,
    password,
  )
  if (!verified.ok) {
    logIn.failure = verified.failure
    return null
  }
  if (!(await admitLogIn(verified.value.userId, "password"))) {
    logIn.failure = "throttled"
    return null
  }
  logIn.isRemembered = remember === "on"
  logIn.isReturning = returning === "on"
  noteProof(verified.value)
  return { id: verified.value.userId }
}
