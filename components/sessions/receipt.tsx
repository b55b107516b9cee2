import { type RevocationCount, totalOf } from "log-out-everywhere"
import { CircleCheck } from "lucide"
import type { ReactNode } from "react"
import { ExactTime, Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Card, CardBody, CardRow, CardRows } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Icon } from "@/components/ui/icon"
import { Notice } from "@/components/ui/notice"
import { whatEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import type { SessionView } from "./session-view"

/** What an act has ended, as a screen shows it. */
export interface ReceiptView {
  readonly at: Date
  /** The one that did it, in words. */
  readonly by: string
  /** Where it was done from. */
  readonly address: string | null
  readonly ended: RevocationCount
  readonly devices: readonly Pick<SessionView, "id" | "device" | "address" | "lastActiveAt">[]
  readonly apiTokens: readonly { readonly id: string; readonly name: string }[]
  /** How many devices and API tokens are left out here. */
  readonly more: number
  /** How many of what was to end are live nevertheless. */
  readonly live: number
}

interface ReceiptProps {
  readonly receipt: ReceiptView
}

/** What an act has ended: how many, when, by whom, which devices, and that none of it works any more. */
export function Receipt({ receipt }: ReceiptProps) {
  const { at, by, address, ended, devices, apiTokens, more, live } = receipt
  const t = words("receipt")
  const tCard = words("sessionCard")
  const facts = [
    { term: t("at"), value: <ExactTime at={at} /> },
    { term: t("by"), value: by },
    { term: t("from"), value: address && <Address>{address}</Address> },
  ]

  return (
    <Card>
      <CardBody className="space-y-3">
        <p className="text-sm font-medium">{whatEnded(ended)}</p>
        <Facts facts={facts} />
        {live > 0 && <Notice tone="danger">{t("alive", { count: live })}</Notice>}
        {live === 0 && totalOf(ended) > 0 && (
          <p className="flex items-start gap-2 text-sm text-good">
            <Icon of={CircleCheck} className="mt-0.5 size-4 shrink-0" />
            <span>{t("dead")}</span>
          </p>
        )}
      </CardBody>
      {devices.length + apiTokens.length > 0 && (
        <CardRows aria-label={t("what")} className="border-t border-line">
          {devices.map(({ id, device, address, lastActiveAt }) => (
            <Row key={id} title={device.title}>
              <Address>{address ?? tCard("unknownAddress")}</Address>{" "}
              <span aria-hidden className="text-ink-faint">
                ·
              </span>{" "}
              <span>{tCard("active")}</span> <Time at={lastActiveAt} />
            </Row>
          ))}
          {apiTokens.map(({ id, name }) => (
            <Row key={id} title={t("apiToken", { name })} />
          ))}
          {more > 0 && <Row title={t("more", { count: more })} />}
        </CardRows>
      )}
    </Card>
  )
}

function Row({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <CardRow className="py-2.5">
      <p className="text-sm wrap-anywhere">
        <bdi>{title}</bdi>
      </p>
      {children && <p className="text-[0.8125rem] wrap-anywhere text-ink-soft">{children}</p>}
    </CardRow>
  )
}
