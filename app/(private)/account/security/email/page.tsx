import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { DemoInbox } from "@/app/(private)/demo/inbox"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { ActForm } from "@/components/acts/act-form"
import { Card, CardBody } from "@/components/ui/card"
import { TextField } from "@/components/ui/field"
import { requireViewer } from "@/lib/auth/viewer"
import { findPendingEmailChange } from "@/lib/db/lists/pending-email-change"
import { mailThrottle } from "@/lib/db/throttles/mail-throttle"
import { shownEmail } from "@/lib/names/shown-email"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { changeEmailAction } from "./actions"
import { PendingChange } from "./pending-change"

export const generateMetadata = (): Metadata => ({ title: words("security")("pages.email") })

/** The address that the person logs in with, and the one that waits to take its place. */
export default async function EmailPage({ searchParams }: SearchProps) {
  const [t, tForm] = [words("email"), words("emailForm")]
  const { userId, email } = await requireViewer()
  const pending = await findPendingEmailChange(userId)
  const nextInMs = pending
    ? await mailThrottle().nextInMs({ kind: "email_change", email: pending.email, askedBy: userId })
    : 0

  return (
    <PersonalPage rooms={["inbox"]}>
      <AccountHead
        page="email"
        searchParams={searchParams}
        title={t("title")}
        description={t("hint", { email: shownEmail(email) })}
      />
      <Card>
        <CardBody className="space-y-5">
          <PendingChange pending={pending} nextInS={Math.ceil(nextInMs / 1000)} />
          <ActForm action={changeEmailAction} label={tForm("submit")} className="space-y-4">
            <TextField
              label={tForm("field")}
              name="newEmail"
              type="email"
              autoComplete="email"
              required
              hint={tForm("fieldHint", { lasts: lengths.emailChange() })}
              className="max-w-sm"
            />
          </ActForm>
        </CardBody>
      </Card>
      <DemoInbox />
    </PersonalPage>
  )
}
