import type { Metadata } from "next"
import { requireDemo } from "@/app/(private)/demo/gate"
import { PersonalPage } from "@/app/personal-page"
import { PageHeader } from "@/components/ui/page-header"
import { demo } from "@/lib/demo"
import { accountPages } from "@/lib/names/account-pages"
import { settings } from "@/lib/settings"
import { words } from "@/lib/texts/words"
import { Thing } from "./thing"

export const generateMetadata = (): Metadata => (demo() ? { title: words("demo")("title") } : {})

const steps = ["first", "second", "third"] as const

/** What to do in two browsers, in the order of how much ends. */
export default function TryItPage() {
  requireDemo()
  const t = words("demo")

  return (
    <PersonalPage>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="max-w-prose space-y-2 text-sm text-ink-soft text-pretty">
        <p>{t("second", { address: `${settings().authUrl.origin}/login` })}</p>
        <p>
          <span>{t("startOver")}</span>{" "}
          <code className="whitespace-nowrap">npm run demo -- --reset</code>
        </p>
      </div>
      <div className="space-y-5">
        <Thing
          title={t("one.title")}
          steps={steps.map((step) => t(`one.steps.${step}`))}
          links={[{ href: accountPages.sessions, label: t("one.begin") }]}
        />
        <Thing
          title={t("password.title")}
          steps={steps.map((step) => t(`password.steps.${step}`))}
          links={[{ href: accountPages.password, label: t("password.begin") }]}
        />
        <Thing
          title={t("incident.title")}
          steps={steps.map((step) => t(`incident.steps.${step}`))}
          links={[
            { href: accountPages.sessions, label: t("incident.begin") },
            { href: "/admin/sessions", label: t("incident.beginAsAdministrator") },
          ]}
        />
      </div>
    </PersonalPage>
  )
}
