import { roles } from "@/lib/names/role"
import { words } from "@/lib/texts/words"

/** As the other pages call it; a role that only the policy knows is called by its own name. */
export function roleName(role: string): string {
  const known = roles.find((each) => each === role)
  return known ? words("users")(`roles.${known}`) : role
}
