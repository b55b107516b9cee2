import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { ActForm } from "@/components/acts/act-form"
import { DeviceIcon } from "@/components/device-icon"
import { Time } from "@/components/time"
import { Badge } from "@/components/ui/badge"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { TextField } from "@/components/ui/field"
import { describeDevice } from "@/lib/auth/device"
import type { Viewer } from "@/lib/auth/viewer-of"
import { type ListedBrowser, listBrowsers } from "@/lib/db/lists/browser-list"
import { words } from "@/lib/texts/words"
import { maxBrowserNameLength } from "@/lib/users/account/name-browser"
import { forgetBrowserAction, nameBrowserAction } from "./actions"

/** Where the person is known from log-ins before: nobody is mailed of the next one there. */
export async function Browsers({ userId, session }: Pick<Viewer, "userId" | "session">) {
  const browsers = await listBrowsers(userId)

  return (
    <ActArea action={forgetBrowserAction}>
      {browsers.length === 0 ? (
        <p className="text-sm text-ink-soft">{words("browsers")("none")}</p>
      ) : (
        <Card>
          <CardRows>
            {browsers.map((browser) => (
              <BrowserRow
                key={browser.id}
                browser={browser}
                isCurrent={browser.id === session.browserId}
              />
            ))}
          </CardRows>
        </Card>
      )}
    </ActArea>
  )
}

interface BrowserRowProps {
  readonly browser: ListedBrowser
  readonly isCurrent: boolean
}

function BrowserRow({ browser, isCurrent }: BrowserRowProps) {
  const t = words("browsers")
  const { id, userAgent, lastSeenAt, sessions, ownName } = browser
  const device = browser.name ?? words("device")("unknown")
  const name = ownName || device

  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 items-start gap-3.5">
        <DeviceIcon kind={describeDevice(userAgent).kind} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
            <bdi>{name}</bdi>
            {ownName && <bdi className="font-normal text-ink-soft">{device}</bdi>}
            {isCurrent && <Badge tone="good">{t("thisBrowser")}</Badge>}
          </p>
          <p className="mt-0.5 text-[0.8125rem] text-ink-soft">
            <span>{t("lastSeen")}</span> <Time at={lastSeenAt} />,{" "}
            <span>{t("sessions", { count: sessions })}</span>
          </p>
        </div>
      </div>
      <Act
        label={t("forget")}
        name={t("forgetName", { browser: name })}
        fields={{ browserId: id }}
        variant="danger-quiet"
        size="sm"
        confirm={{
          title: t("forgetTitle", { browser: name }),
          body: isCurrent ? t("forgetThisBody") : t("forgetBody"),
          label: t("forget"),
        }}
      />
      <Disclosure
        className="basis-full sm:ps-[3.125rem]"
        summary={
          <>
            <span aria-hidden>{t("rename")}</span>
            <span className="sr-only">{t("renameName", { browser: name })}</span>
          </>
        }
      >
        <ActForm
          action={nameBrowserAction}
          label={t("save")}
          fields={{ browserId: id }}
          size="sm"
          className="flex flex-wrap items-end gap-2"
        >
          <TextField
            label={t("name")}
            name="name"
            hint={t("nameHint")}
            defaultValue={ownName}
            maxLength={maxBrowserNameLength}
            autoComplete="off"
          />
        </ActForm>
      </Disclosure>
    </CardRow>
  )
}
