import { decideRule, type RevocationCount, type TriggerRule } from "log-out-everywhere"
import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { endingBy } from "@/app/ending-by"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { authentication } from "@/authentication"
import { Card, CardBody } from "@/components/ui/card"
import { requireViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { countsOf } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { PasswordForm } from "./password-form"

export const generateMetadata = (): Metadata => ({ title: words("security")("pages.password") })

export default async function PasswordPage({ searchParams }: SearchProps) {
  const t = words("password")
  const { userId, email, name, hasPassword } = await requireViewer()
  const live = await parts().stores.tokens.countLive(userId)
  const rule = authentication.triggers.password_changed

  return (
    <PersonalPage rooms={["newPassword", "passwordForm", "strength"]}>
      <AccountHead
        page="password"
        searchParams={searchParams}
        title={hasPassword ? t("title") : t("setTitle")}
        description={hasPassword ? undefined : t("setHint")}
      />
      <Card>
        <CardBody>
          <PasswordForm
            owner={{ email, name }}
            hasPassword={hasPassword}
            minimumLength={authentication.passwords.minimumLength}
            ends={endsOf(rule, live)}
            isAsked={rule.scope === "ask"}
          />
        </CardBody>
      </Card>
    </PersonalPage>
  )
}

/** What a new password ends; where the person is asked, what it ends with the tick and without it. */
function endsOf(rule: TriggerRule, live: RevocationCount): string {
  const t = words("password")
  const counts = countsOf(endingBy(decideRule(rule, true), live, true))
  if (rule.scope !== "ask") return counts ? t("ends", { counts }) : t("endsNothing")
  const least = countsOf(endingBy(decideRule(rule, false), live, true))
  if (counts && least) return t("endOthersHint.both", { max: counts, least })
  if (counts) return t("endOthersHint.ticked", { max: counts })
  return least ? t("endOthersHint.unticked", { least }) : t("endOthersHint.neither")
}
