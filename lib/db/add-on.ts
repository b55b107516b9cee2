/** The add-on in its default layout, beside the app's users. */
import type { TokenOwner } from "log-out-everywhere"
import { type OwnerColumns, storeFor } from "log-out-everywhere/postgres"
import { readClient } from "@/lib/names/client"
import type { SessionOwner } from "@/lib/users/ports/stores"

/** The app's users table, as the add-on refers to it. */
export const users = {
  table: "User",
  type: "uuid",
  role: "role",
  columns: ["email", "name", "image", "emailVerifiedAt"],
  isSet: { hasPassword: "passwordHash" },
} as const

function ownerOf(common: TokenOwner, columns: OwnerColumns<typeof users>): SessionOwner {
  const { email, name, image, emailVerifiedAt, hasPassword } = columns as ColumnsOfUser
  return {
    ...common,
    role: common.role as SessionOwner["role"],
    email,
    name,
    image,
    emailVerifiedAt: emailVerifiedAt ? new Date(emailVerifiedAt) : null,
    hasPassword,
  }
}

/** As the answer's JSON has them. */
interface ColumnsOfUser extends Pick<SessionOwner, "email" | "name" | "image" | "hasPassword"> {
  readonly emailVerifiedAt: string | null
}

/** What lists show and filter by of a device. */
export function describe(userAgent: string | null) {
  const { kind, name: browser, system } = readClient(userAgent)
  return { kind, browser, system }
}

/** The token store, on the pool or on a transaction. */
export const tokenStore = storeFor({ users, ownerOf, describe })
