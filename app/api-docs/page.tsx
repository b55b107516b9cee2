import type { Metadata } from "next"
import { Logo } from "@/components/shell/logo"
import { Page } from "@/components/ui/page"
import { PageHeader } from "@/components/ui/page-header"
import { TextLink } from "@/components/ui/text-link"
import { apiDocument, apiIntro } from "@/lib/api/document"
import { accountPages } from "@/lib/names/account-pages"
import { settings } from "@/lib/settings"
import { words } from "@/lib/texts/words"
import { Operations } from "./operations"
import { Problems } from "./problems"
import { Schemas } from "./schemas"

export const generateMetadata = (): Metadata => ({ title: words("api")("title") })

/** The document of the API for people. For everyone: what it tells is in the source. */
export default function ApiDocsPage() {
  const t = words("api")
  const { origin } = settings().authUrl
  const { paths = {}, components, servers = [] } = apiDocument(origin)
  const base = new URL(servers[0]?.url ?? origin).pathname

  return (
    <main>
      <Page>
        <Logo />
        <PageHeader title={t("title")} description={t("description")} />
        <div className="max-w-prose space-y-3 text-sm text-ink-soft text-pretty">
          {apiIntro().map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className="flex flex-wrap gap-x-4 gap-y-2">
            <TextLink href={accountPages.apiTokens}>{t("security")}</TextLink>
            {/* A plain link: it is a file, not a page. */}
            <a
              href="/api/v1/openapi.json"
              className="rounded-sm text-link underline decoration-current/35 underline-offset-3"
            >
              {t("document")}
            </a>
          </p>
          <pre className="rounded-control border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] wrap-anywhere whitespace-pre-wrap text-ink">
            {`curl -H "Authorization: Bearer $LOE_TOKEN" ${origin}/api/v1/sessions`}
          </pre>
        </div>
        <Operations paths={paths} base={base} />
        <Schemas schemas={components?.schemas ?? {}} />
        <Problems />
      </Page>
    </main>
  )
}
