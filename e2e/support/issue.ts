import { issue, type TokenPurpose } from "log-out-everywhere"
import { authentication } from "@/authentication"
import type { Connection } from "@/lib/db/client"
import { storesOn, transactOn } from "@/lib/db/users/stores"
import type { Person } from "./people"

export interface Wish {
  readonly purpose?: TokenPurpose
  readonly userAgent?: string
  readonly isRemembered?: boolean
  readonly data?: Readonly<Record<string, string>>
}

/** A live secret straight from the library, for tests that are not about logging in. */
export async function issueTo(
  connection: Connection,
  { id: userId }: Person,
  { purpose = "session", userAgent, isRemembered = false, data = {} }: Wish = {},
): Promise<string> {
  const credential = await storesOn(connection).users.findCredential({ userId })
  if (!credential) throw new Error("Nobody has this id.")
  const { epoch, role } = credential
  const proof = { userId, epoch, role, method: "password" }
  const device = { address: "192.0.2.1", userAgent: userAgent ?? null }

  const issued = await transactOn(connection)(({ tokens }, now) =>
    issue(tokens, authentication.policy, { purpose, proof, device, isRemembered, data }, now),
  )
  if (!issued.ok) throw new Error(issued.failure)
  return issued.value.secret
}
