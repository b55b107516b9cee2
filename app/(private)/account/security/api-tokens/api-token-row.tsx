import type { Token } from "log-out-everywhere"
import { Act } from "@/components/acts/act"
import { Time } from "@/components/time"
import { CardRow } from "@/components/ui/card"
import { isolated } from "@/lib/names/isolated"
import { withPlace } from "@/lib/places/near"
import { words } from "@/lib/texts/words"
import { revokeAct } from "./revoke-act"

interface ApiTokenRowProps {
  readonly token: Token
}

export function ApiTokenRow({ token }: ApiTokenRowProps) {
  const t = words("apiTokens")
  const {
    id,
    device: { address },
    issuedAt,
    lastActiveAt,
    expiresAt,
  } = token
  const name = isolated(token.name ?? t("unnamed"))
  const isUnused = +lastActiveAt === +issuedAt

  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <p className="text-sm font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-[0.8125rem] text-ink-soft">
          <span>{isUnused ? t("unused") : t("used")}</span>{" "}
          {!isUnused && <Time at={lastActiveAt} />}
        </p>
        <p className="text-[0.8125rem] wrap-anywhere text-ink-soft tabular-nums">
          {t("made")} <Time at={issuedAt} />{" "}
          <span>
            {t("from", {
              address: address ? withPlace(address) : words("sessionCard")("unknownAddress"),
            })}
          </span>
        </p>
        <p className="text-[0.8125rem] text-ink-soft">
          {t("expires")} <Time at={expiresAt} />
        </p>
      </div>
      <Act {...revokeAct(id, name)} variant="danger-quiet" size="sm" />
    </CardRow>
  )
}
