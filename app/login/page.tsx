import { canBeRemembered } from "log-out-everywhere"
import type { Metadata } from "next"
import { SamplePeople } from "@/app/(private)/demo/sample-people"
import { chooseThemeAction } from "@/app/preferences/actions"
import { theme } from "@/app/preferences/preferences"
import { receiptView } from "@/app/receipt-view"
import { authentication } from "@/authentication"
import { Receipt } from "@/components/sessions/receipt"
import { EntryPage } from "@/components/shell/entry-page"
import { ThemeSwitch } from "@/components/shell/theme-switch"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { readAddress } from "@/lib/auth/cookies/address-cookie"
import { readReceiptCookie } from "@/lib/auth/cookies/receipt-cookie"
import { endedSession } from "@/lib/auth/ended-session"
import { readOutcome } from "@/lib/auth/outcome"
import { enabledProviders } from "@/lib/auth/providers/providers"
import { safeReturnTo } from "@/lib/auth/request"
import { getViewer } from "@/lib/auth/viewer"
import { receiptOfAct } from "@/lib/db/lists/receipt"
import { roles } from "@/lib/names/role"
import { words } from "@/lib/texts/words"
import { AlreadyIn } from "./already-in"
import { LogInForm } from "./log-in-form"
import { type LogInQuery, WhyHere } from "./why-here"

export const generateMetadata = (): Metadata => ({ title: words("login")("title") })

interface LogInPageProps {
  readonly searchParams: Promise<LogInQuery & { readonly returnTo?: string; readonly as?: string }>
}

export default async function LogInPage({ searchParams }: LogInPageProps) {
  const t = words("login")
  const { returnTo, as, ...query } = await searchParams
  const [viewer, ended] = [await getViewer(), await endedSession()]
  const outcome = await readOutcome("/login", query)
  // A page that has left by itself leaves it to the one in which the act was done.
  const actId = viewer || returnTo !== undefined ? null : await readReceiptCookie()
  const receipt = actId ? await receiptOfAct(actId) : null
  const target = safeReturnTo(returnTo)
  const returning = as === "other" ? null : (ended?.returning ?? null)
  const email = as === "other" ? null : await readAddress()

  return (
    <EntryPage
      rooms={["logInForm", "time"]}
      title={returning ? t("welcomeBack") : t("heading")}
      above={
        <div id="why-here" className="contents">
          <WhyHere
            query={query}
            // After the next log-in, the notice of a log-out would contradict the page.
            outcome={viewer && outcome?.notice === "logged_out" ? null : outcome}
            receipt={receipt}
            ended={ended}
          />
          {viewer && <AlreadyIn person={viewer.email} returnTo={target} />}
        </div>
      }
      below={
        <>
          {receipt && (
            <Section title={words("receipt")("title")} description={words("receipt")("later")}>
              <Receipt receipt={receiptView(receipt)} />
            </Section>
          )}
          <SamplePeople returnTo={target} />
          <footer className="flex justify-center">
            <ThemeSwitch theme={await theme.chosen()} action={chooseThemeAction.bind(null, null)} />
          </footer>
        </>
      }
    >
      <LogInForm
        returnTo={target}
        providers={enabledProviders()}
        returning={returning}
        email={email}
        describedBy="why-here"
        neverKept={neverKept()}
      />
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <TextLink href="/forgot-password">{words("links")("forgot.link")}</TextLink>
        {returning ? (
          <TextLink href={`/login?as=other&returnTo=${encodeURIComponent(target)}`}>
            {t("notYou")}
          </TextLink>
        ) : (
          <TextLink href="/magic-link">{words("links")("magic.offer")}</TextLink>
        )}
      </p>
    </EntryPage>
  )
}

const neverKept = () =>
  roles.filter((role) => !canBeRemembered(authentication.policy, "session", { role }))
