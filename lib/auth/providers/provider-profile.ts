import type { Account, Profile } from "next-auth"
import { z } from "zod"
import { emailInput } from "@/lib/forms/inputs"
import { cutLine } from "@/lib/names/line"
import type { Newcomer } from "@/lib/users/log-in/sign-up-user"

const maxPictureLength = 2_000

/** Some providers say it as text (Cognito). Whatever else they say is not a yes. */
const verified = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")])
  .catch(false)

const picture = z
  .url({ protocol: /^https$/ })
  .max(maxPictureLength)
  .nullable()
  .catch(null)

/** Nobody is turned away for a name or a picture: what is no use is left out. */
const Claims = z.object({
  email: emailInput,
  name: z
    .string()
    .transform((name) => cutLine(name) || null)
    .catch(null),
  picture,
  avatar_url: picture,
})

/** Of a `sub` OpenID Connect says that it has at most 255 characters of ASCII (Core 1.0, 2). */
const AccountId = z.string().regex(/^[\x20-\x7e]{1,255}$/)

export const isAccountId = (text: unknown): boolean => AccountId.safeParse(text).success

/** Whether the provider vouches for the address that it names. */
export const isVouchedFor = (profile: Profile | undefined): boolean =>
  verified.parse(profile?.email_verified)

/**
 * What a provider says of somebody, held to what our own forms ask; null where there is no address or no
 * account number that we could keep.
 *
 * It reads the profile as it came: NextAuth lower-cases addresses, and makes an ASCII k of a KELVIN SIGN.
 */
export function parseNewcomer(
  { provider, providerAccountId, type }: Account,
  profile: Profile | undefined,
): Newcomer | null {
  const claims = Claims.safeParse(profile)
  if (!claims.success || !isAccountId(providerAccountId)) return null
  const { email, name, picture, avatar_url } = claims.data
  return {
    email,
    name,
    image: picture ?? avatar_url,
    emailVerifiedAt: null,
    account: { provider, providerAccountId, type },
  }
}
