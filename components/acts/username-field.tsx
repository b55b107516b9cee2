/** Tells a password manager whose password the next field takes. It has no name, so it is not sent: nobody typed it. */
export function UsernameField({ email }: { readonly email: string }) {
  return <input type="text" autoComplete="username" value={email} readOnly hidden tabIndex={-1} />
}
