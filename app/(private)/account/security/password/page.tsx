import { decideRule } from "log-out-everywhere"
import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { endingBy } from "@/app/ending-by"
import { PersonalPage } from "@/app/personal-page"
import type { SearchParams } from "@/app/place"
import { authentication } from "@/authentication"
import { Card, CardBody } from "@/components/ui/card"
import { requireViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { texts } from "@/lib/texts"
import { PasswordForm } from "./password-form"

const words = texts.password

export const metadata: Metadata = { title: texts.security.pages.password }

interface PasswordPageProps {
  readonly searchParams: SearchParams
}

export default async function PasswordPage({ searchParams }: PasswordPageProps) {
  const { userId, email, hasPassword } = await requireViewer()
  const live = await parts().stores.tokens.countLive(userId)
  const rule = authentication.triggers.password_changed

  return (
    <PersonalPage>
      <AccountHead
        page="password"
        searchParams={searchParams}
        title={hasPassword ? words.title : words.setTitle}
        description={hasPassword ? undefined : words.setHint}
      />
      <Card>
        <CardBody>
          <PasswordForm
            email={email}
            hasPassword={hasPassword}
            minimumLength={authentication.passwords.minimumLength}
            ending={endingBy(decideRule(rule, true), live, true)}
            endingAnyway={
              rule.scope === "ask" ? endingBy(decideRule(rule, false), live, true) : null
            }
          />
        </CardBody>
      </Card>
    </PersonalPage>
  )
}
