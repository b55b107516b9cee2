import { hashSecret, ok, tokenStatus } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { introspect } from "@/lib/api/operations"
import { parts } from "@/lib/db/parts"
import { settings } from "@/lib/settings"

const seconds = (at: Date) => Math.floor(+at / 1_000)

export const POST = endpoint(introspect, async ({ body }) => {
  const found = await parts().stores.tokens.findByHash(hashSecret(body.token))
  if (!found) return ok({ active: false })
  const { token, owner } = found
  const { id: jti, purpose, issuedAt, idleAt, expiresAt } = token
  // What a browser is known by opens nothing, however alive it is.
  if (purpose === "browser") return ok({ active: false })
  if (tokenStatus(found) !== "active") return ok({ active: false })

  return ok({
    active: true,
    ...(purpose === "api" && { token_type: "Bearer" }),
    purpose,
    jti,
    sub: owner.id,
    username: owner.email,
    iat: seconds(issuedAt),
    exp: Math.min(seconds(idleAt), seconds(expiresAt)),
    iss: settings().authUrl.origin,
  })
})
