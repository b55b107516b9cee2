import { shownEmail } from "@/lib/names/shown-email"
import { TypedConfirmation } from "./typed-confirmation"

interface TypedEmailFieldProps {
  readonly label: string
  /** Either spelling of it will do: this one, or the one in which the page shows it. */
  readonly email: string
  readonly mismatch: string
}

/**
 * The e-mail address typed out, for an act that cannot be taken back. Rendered by the server: a browser would need
 * tables to show an address in its own script.
 */
export function TypedEmailField({ email, ...field }: TypedEmailFieldProps) {
  return (
    <TypedConfirmation
      {...field}
      expected={[email, shownEmail(email)]}
      name="email"
      type="email"
      className="max-w-sm"
    />
  )
}
