import { authentication } from "@/authentication"
import { ActArea } from "@/components/acts/act-area"
import { Card, CardBody, CardRows } from "@/components/ui/card"
import type { Viewer } from "@/lib/auth/viewer-of"
import { listApiTokens } from "@/lib/db/lists/tokens"
import { words } from "@/lib/texts/words"
import { apiTokenChoices, maxApiTokenNameLength } from "@/lib/users/account/api-token-choice"
import { revokeApiTokenAction } from "./actions"
import { ApiTokenForm } from "./api-token-form"
import { ApiTokenRow } from "./api-token-row"

/** The secrets that the person's own programs use: what there is, to revoke, and to make another. */
export async function ApiTokens({ userId, role }: Pick<Viewer, "userId" | "role">) {
  const tokens = await listApiTokens(userId)

  return (
    <>
      <ActArea action={revokeApiTokenAction}>
        <Card>
          {tokens.length === 0 ? (
            <CardBody className="text-sm text-ink-soft">{words("apiTokens")("nothing")}</CardBody>
          ) : (
            <CardRows>
              {tokens.map((token) => (
                <ApiTokenRow key={token.id} token={token} />
              ))}
            </CardRows>
          )}
        </Card>
      </ActArea>
      <Card>
        <CardBody>
          <ApiTokenForm
            live={tokens.map(({ id }) => id)}
            choices={apiTokenChoices(authentication.policy, role)}
            maxNameLength={maxApiTokenNameLength}
          />
        </CardBody>
      </Card>
    </>
  )
}
