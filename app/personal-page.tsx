import type { ComponentProps } from "react"
import { PageNotice } from "@/components/acts/page-notice"
import { TypedBefore } from "@/components/acts/typed-before"
import { BrowserWords } from "@/components/shell/browser-words"
import { OwnPage } from "@/components/shell/own-page"
import { Page } from "@/components/ui/page"
import { readWords } from "@/lib/auth/outcome"
import { markFor } from "@/lib/auth/rendered-for"
import { requestFacts } from "@/lib/auth/request-facts"
import { readTypedBefore } from "@/lib/auth/typed-before"
import { getViewer } from "@/lib/auth/viewer"
import type { Room } from "@/lib/texts/translation"

interface PersonalPageProps extends ComponentProps<typeof Page> {
  /** What its client components say: the rooms that they ask `useTranslations` for. */
  readonly rooms?: readonly Room[]
}

/**
 * The column of a page behind log-in: it shows under no other name than that of the person it is for. Without
 * JavaScript an act leads to its page once more, and what came of it stands on top.
 */
export async function PersonalPage({ rooms = [], children, ...page }: PersonalPageProps) {
  const viewer = await getViewer()
  const { path } = await requestFacts()
  const said = viewer && (await readWords(path, viewer.userId))
  const typed = viewer && (await readTypedBefore(path, viewer.session.id))

  return (
    <OwnPage mark={markFor(viewer)}>
      <BrowserWords rooms={rooms}>
        <Page {...page}>
          {said && <PageNotice tone="good">{said}</PageNotice>}
          <TypedBefore typed={typed}>{children}</TypedBefore>
        </Page>
      </BrowserWords>
    </OwnPage>
  )
}
