import type { Metadata } from "next"
import { DemoInbox } from "@/app/(private)/demo/inbox"
import { EndedLink } from "@/app/ended-link"
import { ActForm } from "@/components/acts/act-form"
import { MailMeForm } from "@/components/acts/mail-me-form"
import { EntryPage } from "@/components/shell/entry-page"
import { BackLink } from "@/components/ui/back-link"
import { Notice } from "@/components/ui/notice"
import { isCutLink, linkFields, readLink } from "@/lib/auth/cookies/link-cookie"
import { openedMagicLink } from "@/lib/auth/providers/magic-link"
import { getViewer } from "@/lib/auth/viewer"
import { called } from "@/lib/names/called"
import { shownEmail } from "@/lib/names/shown-email"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { askForMagicLinkAction, logInByLinkAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("magic.title") })

interface MagicLinkPageProps {
  /** `again`: the opened link is over, and the person wants another. */
  readonly searchParams: Promise<{ readonly again?: string }>
}

/** With an opened link: asks whether to log in. Without one: mails one. */
export default async function MagicLinkPage({ searchParams }: MagicLinkPageProps) {
  const t = words("links")
  const isAsking = (await searchParams).again !== undefined
  const isOpened = (await readLink("magic_link")) !== "" || (await isCutLink("magic_link"))
  if (isAsking || !isOpened) {
    return (
      <EntryPage title={t("magic.title")} rooms={["inbox", "mailMe"]}>
        <MailMeForm
          action={askForMagicLinkAction}
          intro={t("magic.intro", { lasts: lengths.magicLink() })}
          lasts={lengths.magicLink()}
          otherAddress="/magic-link?again"
        />
        <DemoInbox />
        <BackLink href="/login">{t("forgot.back")}</BackLink>
      </EntryPage>
    )
  }

  const opened = await openedMagicLink()
  if (!opened.ok) return <EndedLink ending={opened.failure} askAgain="/magic-link?again" logsIn />
  const viewer = await getViewer()
  const other = viewer && viewer.email !== opened.value.email ? viewer : null
  return (
    <EntryPage title={t("magic.confirmTitle")} rooms={["act"]}>
      <p className="text-sm text-ink-soft text-pretty">
        {t("magic.confirm", { email: shownEmail(opened.value.email) })}
      </p>
      {other && <Notice tone="care">{t("magic.endsOther", { person: called(other) })}</Notice>}
      <ActForm
        action={logInByLinkAction}
        fields={await linkFields("magic_link")}
        label={t("magic.submit")}
        variant="primary"
      />
    </EntryPage>
  )
}
