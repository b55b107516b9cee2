import { z } from "zod"

const User = z.looseObject({ id: z.number() })
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/**
 * GitHub's user with their primary address, and whether they have shown that it is theirs, in the words
 * of OpenID. GitHub's own user info does not say.
 */
export async function gitHubProfile(apiUrl: string, accessToken = "") {
  const headers = { Authorization: `Bearer ${accessToken}`, "User-Agent": "loe" }
  const ask = (path: string) => fetch(apiUrl + path, { headers })
  const [user, emails] = await Promise.all([ask("/user"), ask("/user/emails")])
  // Without the right to read addresses people still log in; they open no new account.
  const known = emails.ok ? Emails.parse(await emails.json()) : []
  const primary = known.find((each) => each.primary)
  return {
    ...User.parse(await user.json()),
    email: primary?.email ?? null,
    email_verified: primary?.verified === true,
  }
}
