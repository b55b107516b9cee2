import type { ComponentProps } from "react"
import { BrowserWords } from "@/components/shell/browser-words"
import { OwnPage } from "@/components/shell/own-page"
import { Page } from "@/components/ui/page"
import { markFor } from "@/lib/auth/rendered-for"
import { getViewer } from "@/lib/auth/viewer"
import type { Room } from "@/lib/texts/translation"

interface PersonalPageProps extends ComponentProps<typeof Page> {
  /** What its client components say: the rooms that they ask `useTranslations` for. */
  readonly rooms?: readonly Room[]
}

/** The column of a page behind log-in: it shows under no other name than that of the person it is for. */
export async function PersonalPage({ rooms = [], ...page }: PersonalPageProps) {
  return (
    <OwnPage mark={markFor(await getViewer())}>
      <BrowserWords rooms={rooms}>
        <Page {...page} />
      </BrowserWords>
    </OwnPage>
  )
}
