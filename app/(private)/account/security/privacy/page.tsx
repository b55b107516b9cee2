import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { authentication } from "@/authentication"
import { buttonClass } from "@/components/ui/button"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { requireViewer } from "@/lib/auth/viewer"
import { historyLength } from "@/lib/db/lists/history"
import { accountPages } from "@/lib/names/account-pages"
import { duration } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { keptKinds } from "./kept-kinds"

export const generateMetadata = (): Metadata => ({ title: words("privacy")("title") })

export default async function PrivacyPage({ searchParams }: SearchProps) {
  await requireViewer()
  const t = words("privacy")
  const lengths = lengthsKept()

  return (
    <PersonalPage>
      <AccountHead
        page="privacy"
        searchParams={searchParams}
        title={t("title")}
        description={t("hint")}
      />
      <Card>
        <CardRows>
          {keptKinds.map((kind) => (
            <CardRow key={kind} className="space-y-1.5">
              <h2 className="text-sm font-medium">{t(`kept.${kind}.title`)}</h2>
              <p className="max-w-prose text-sm text-ink-soft text-pretty">
                {t(`kept.${kind}.what`)}
              </p>
              <p className="max-w-prose text-sm text-ink-soft text-pretty">
                <span className="font-medium text-ink">{t("keptFor")}</span>{" "}
                <span>{t(`kept.${kind}.keptFor`, lengths)}</span>
              </p>
            </CardRow>
          ))}
        </CardRows>
      </Card>
      <Section title={t("download")} description={t("downloadHint")}>
        <a href={`${accountPages.privacy}/devices.json`} download className={buttonClass({})}>
          {t("downloadLink")}
        </a>
      </Section>
    </PersonalPage>
  )
}

function lengthsKept() {
  const { policy, retention } = authentication
  return {
    ended: duration(retention.endedMs),
    address: duration(retention.addressMs),
    audit: duration(retention.auditMs),
    browser: duration(policy.lifetimes.browser.standard.inactivityTimeoutMs),
    shown: historyLength,
  }
}
