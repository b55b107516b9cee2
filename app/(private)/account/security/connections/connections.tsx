import type { ReactNode } from "react"
import {
  connectProviderAction,
  disconnectProviderAction,
} from "@/app/(private)/account/security/actions"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { ProviderMark } from "@/components/provider-mark"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { enabledProviders, providerName } from "@/lib/auth/providers/providers"
import { words } from "@/lib/texts/words"
import type { ProviderAccount } from "@/lib/users/ports/user"

interface ConnectionsProps {
  readonly linked: readonly ProviderAccount[]
  readonly hasPassword: boolean
}

/** The providers' accounts that open this one. The last way in stays. */
export function Connections({ linked, hasPassword }: ConnectionsProps) {
  const t = words("security")
  const free = enabledProviders().filter(({ id }) =>
    linked.every(({ provider }) => provider !== id),
  )
  const isLastWayIn = !hasPassword && linked.length < 2
  if (linked.length === 0 && free.length === 0) {
    return <p className="text-sm text-ink-soft">{t("noProviders")}</p>
  }

  return (
    <div className="space-y-4">
      <ActArea action={disconnectProviderAction}>
        <Rows>
          {linked.map((account) => (
            <Row
              key={`${account.provider} ${account.providerAccountId}`}
              provider={account.provider}
              isLinked
            >
              {isLastWayIn ? (
                <p className="text-[0.8125rem] text-ink-soft">{t("lastWayIn")}</p>
              ) : (
                <Disconnect account={account} />
              )}
            </Row>
          ))}
        </Rows>
      </ActArea>
      <ActArea action={connectProviderAction}>
        <Rows>
          {free.map(({ id, name }) => (
            <Row key={id} provider={id} isLinked={false}>
              <Act label={t("connect", { provider: name })} fields={{ provider: id }} size="sm" />
            </Row>
          ))}
        </Rows>
      </ActArea>
    </div>
  )
}

function Disconnect({
  account: { provider, providerAccountId },
}: {
  readonly account: ProviderAccount
}) {
  const t = words("security")
  const name = providerName(provider)

  return (
    <Act
      label={t("disconnect", { provider: name })}
      fields={{ provider, providerAccountId }}
      variant="danger-quiet"
      size="sm"
      confirm={{
        title: t("disconnectTitle", { provider: name }),
        body: t("disconnectBody", { provider: name }),
        label: t("disconnect", { provider: name }),
      }}
    />
  )
}

function Rows({ children }: { readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Card>
      <CardRows>{children}</CardRows>
    </Card>
  )
}

interface RowProps {
  readonly provider: string
  readonly isLinked: boolean
  readonly children: ReactNode
}

function Row({ provider, isLinked, children }: RowProps) {
  const t = words("security")
  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex items-center gap-3.5">
        <ProviderMark id={provider} />
        <div>
          <p className="text-sm font-medium">{providerName(provider)}</p>
          <p className="text-[0.8125rem] text-ink-soft">
            {isLinked ? t("connected") : t("notConnected")}
          </p>
        </div>
      </div>
      {children}
    </CardRow>
  )
}
