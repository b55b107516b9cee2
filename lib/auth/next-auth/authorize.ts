import "server-only"
import { type Device, fail, ok, type Proof, type Result } from "log-out-everywhere"
import { cookies } from "next/headers"
import type { User } from "next-auth"
import { z } from "zod"
import { browserCookieName, readBrowserCookie } from "@/lib/auth/cookies/browser-cookie"
import { refusal } from "@/lib/auth/log-in-failure"
import { logRefusedLogIn, logWrongCredentials } from "@/lib/auth/refused-log-in"
import { requestFacts } from "@/lib/auth/request-facts"
import { parts } from "@/lib/db/parts"
import { admitLogIn } from "@/lib/db/throttles/log-in-throttle"
import type { Role } from "@/lib/names/role"
import { verifyCredentials } from "@/lib/users/log-in/verify-credentials"
import { doorOf } from "./door"

const Submitted = z.object({
  email: z.string().min(1).max(1_000),
  password: z.string().min(1).max(1_000),
})

/** NextAuth's `authorize` for passwords. What it returns goes along to the session: the epoch above all. */
export async function authorize(submitted: unknown): Promise<User> {
  const { device } = await requestFacts()
  const browserSecrets = readBrowserCookie((await cookies()).get(browserCookieName)?.value)
  const verified = await checkPassword(submitted, device, browserSecrets)
  if (!verified.ok) {
    if (verified.failure === "throttled") logRefusedLogIn("throttled", "password", device)
    throw refusal(verified.failure)
  }
  const { userId: id, epoch, role } = verified.value
  return { id, epoch, role: role as Role }
}

/**
 * The door of every password log-in, through our form or straight at NextAuth's endpoint: throttling,
 * equal timing and the audit log stand behind it.
 */
export async function checkPassword(
  submitted: unknown,
  device: Device,
  browserSecrets: readonly string[],
): Promise<Result<Proof, "wrong_credentials" | "throttled">> {
  const input = Submitted.safeParse(submitted)
  if (!input.success) return fail("wrong_credentials")

  const { email, password } = input.data
  const door = await doorOf(parts().stores.tokens, browserSecrets, email)
  const attempt = { email, address: device.address, door }
  const verified = await verifyCredentials(parts(), attempt, password, (why) =>
    logWrongCredentials(why, device),
  )
  const isAdmitted = verified.ok && (await admitLogIn(verified.value.userId, "password"))
  if (verified.ok && isAdmitted) return ok(verified.value)
  return fail(verified.ok ? "throttled" : verified.failure)
}
