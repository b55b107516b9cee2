import type { Token } from "log-out-everywhere"
import { Act } from "@/components/acts/act"
import { Time } from "@/components/time"
import { CardRow } from "@/components/ui/card"
import { isolated } from "@/lib/names/isolated"
import { withPlace } from "@/lib/places/near"
import { texts } from "@/lib/texts"

interface ApiTokenRowProps {
  readonly token: Token
  readonly now: Date
}

const words = texts.apiTokens

export function ApiTokenRow({ token, now }: ApiTokenRowProps) {
  const {
    id,
    device: { address },
    issuedAt,
    lastActiveAt,
    expiresAt,
  } = token
  const name = isolated(token.name ?? words.unnamed)
  const isUnused = +lastActiveAt === +issuedAt

  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <p className="text-sm font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-[0.8125rem] text-ink-soft">
          <span>{isUnused ? words.unused : words.used}</span>{" "}
          {!isUnused && <Time at={lastActiveAt} now={now} />}
        </p>
        <p className="text-[0.8125rem] wrap-anywhere text-ink-soft tabular-nums">
          {words.made} <Time at={issuedAt} now={now} />{" "}
          <span>{words.from(address ? withPlace(address) : texts.session.unknownAddress)}</span>
        </p>
        <p className="text-[0.8125rem] text-ink-soft">
          {words.expires} <Time at={expiresAt} now={now} />
        </p>
      </div>
      <Act
        label={words.revoke}
        name={words.revokeName(name)}
        fields={{ tokenId: id }}
        variant="danger-quiet"
        size="sm"
        confirm={{
          title: words.revokeTitle(name),
          body: words.revokeBody,
          label: words.revoke,
        }}
      />
    </CardRow>
  )
}
