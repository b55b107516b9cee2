import type { Metadata } from "next"
import { auditPath, textOf } from "@/app/(private)/admin/audit/search"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { ExactTime } from "@/components/time"
import { buttonClass } from "@/components/ui/button"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Notice } from "@/components/ui/notice"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { ActReportView } from "./act-report"
import { readReport } from "./read-report"
import { parseReport, reportJsonHref, reportPath } from "./search"
import { SpanReportView } from "./span-report"

export const generateMetadata = (): Metadata => ({ title: words("report")("title") })

/** What was found and ended, and the people who were told of it: for one act, or a span of time. */
export default async function ReportPage({ searchParams }: SearchProps) {
  const t = words("report")
  const { email, now } = await requireAdmin()
  const search = parseReport(await searchParams)
  const report = await readReport(search)
  const [from, until] = [fieldOf(search.from), fieldOf(search.until)]
  const written = [
    { term: t("facts.written"), value: <ExactTime at={now} /> },
    { term: t("facts.by"), value: shownEmail(email) },
  ]

  return (
    <PersonalPage rooms={["filterForm"]} width="wide">
      <PageHeader
        back={{ href: auditPath, label: t("back") }}
        title={report.kind === "act" ? t("titleOfAct") : t("title")}
        description={t("description")}
        aside={
          (report.kind === "act" || report.kind === "span") && (
            <a
              href={reportJsonHref({ act: search.act, from, until })}
              className={buttonClass({ size: "sm" })}
            >
              {t("json")}
            </a>
          )
        }
      />
      {report.kind !== "act" && (
        <FilterForm
          path={reportPath}
          isFiltered={report.kind !== "empty"}
          filters={[
            { label: t("from"), name: "from", value: from, type: "datetime-local" },
            { label: t("until"), name: "until", value: until, type: "datetime-local" },
          ]}
        />
      )}
      {report.kind === "empty" && <Notice>{t("ask")}</Notice>}
      {report.kind === "no_span" && <Notice tone="care">{t("noSpan")}</Notice>}
      {report.kind === "no_act" && <Notice tone="care">{t("noAct")}</Notice>}
      {report.kind === "act" && <ActReportView report={report} written={written} />}
      {report.kind === "span" && (
        <>
          <Card>
            <CardBody>
              <Facts
                isShort
                facts={[
                  { term: t("from"), value: <ExactTime at={report.from} /> },
                  { term: t("until"), value: <ExactTime at={report.until} /> },
                  ...written,
                ]}
              />
            </CardBody>
          </Card>
          <SpanReportView report={report} />
        </>
      )}
      <PlaceCredit />
    </PersonalPage>
  )
}

const fieldOf = (at: Date | null) => (at ? textOf(+at) : "")
