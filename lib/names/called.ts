import { isolated } from "./isolated"
import { shownEmail } from "./shown-email"

export interface Named {
  readonly name: string | null
  readonly email: string
}

/** What screens call a person: by name, and where there is none by address. */
export const called = ({ name, email }: Named): string => isolated(name ?? shownEmail(email))
