import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { authentication } from "@/authentication"
import { ButtonLink } from "@/components/ui/button"
import { requireViewer } from "@/lib/auth/viewer"
import { words } from "@/lib/texts/words"
import { ApiTokens } from "./api-tokens"

export const generateMetadata = (): Metadata => ({ title: words("apiTokens")("title") })

export default async function ApiTokensPage({ searchParams }: SearchProps) {
  const t = words("apiTokens")
  const { userId, role } = await requireViewer()

  return (
    <PersonalPage rooms={["apiTokenForm", "copyButton"]}>
      <AccountHead
        page="apiTokens"
        searchParams={searchParams}
        title={t("title")}
        description={`${t("hint")} ${t(`endsWith.${endsWith()}`)}`}
        aside={
          <ButtonLink href="/api-docs" size="sm">
            {t("docs")}
          </ButtonLink>
        }
      />
      <ApiTokens userId={userId} role={role} />
      <PlaceCredit />
    </PersonalPage>
  )
}

/** What ends them, beside the button of each. */
function endsWith() {
  const { logOutEverywhere, triggers } = authentication
  const { scope, purposes } = triggers.password_changed
  const isEndedByPassword = scope !== "none" && purposes.includes("api")
  if (!logOutEverywhere.purposes.includes("api"))
    return isEndedByPassword ? "newPassword" : "neither"
  return isEndedByPassword ? "both" : "everywhere"
}
