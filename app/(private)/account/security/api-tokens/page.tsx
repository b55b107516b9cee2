import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchParams } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { authentication } from "@/authentication"
import { ButtonLink } from "@/components/ui/button"
import { requireViewer } from "@/lib/auth/viewer"
import { texts } from "@/lib/texts"
import { ApiTokens } from "./api-tokens"

const words = texts.apiTokens

export const metadata: Metadata = { title: words.title }

interface ApiTokensPageProps {
  readonly searchParams: SearchParams
}

export default async function ApiTokensPage({ searchParams }: ApiTokensPageProps) {
  const { userId, role, now } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead
        page="apiTokens"
        searchParams={searchParams}
        title={words.title}
        description={words.hint(endsWith())}
        aside={
          <ButtonLink href="/api-docs" size="sm">
            {words.docs}
          </ButtonLink>
        }
      />
      <ApiTokens userId={userId} role={role} now={now} />
      <PlaceCredit />
    </PersonalPage>
  )
}

function endsWith() {
  const { logOutEverywhere, triggers } = authentication
  const { scope, purposes } = triggers.password_changed
  return {
    everywhere: logOutEverywhere.purposes.includes("api"),
    newPassword: scope !== "none" && purposes.includes("api"),
  }
}
