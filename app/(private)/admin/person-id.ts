import { parts } from "@/lib/db/parts"
import { parseEmail } from "@/lib/names/email"
import { isUuid } from "@/lib/names/uuid"

/** The id of a person whom somebody typed. An id stands for itself, since whom it named may be gone. */
export async function findPersonId(typed: string): Promise<string | null> {
  if (isUuid(typed)) return typed
  const email = parseEmail(typed)
  return (email && (await parts().stores.users.findByEmail(email))?.id) ?? null
}
