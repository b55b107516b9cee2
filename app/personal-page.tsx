import type { ComponentProps } from "react"
import { OwnPage } from "@/components/shell/own-page"
import { Page } from "@/components/ui/page"
import { markFor } from "@/lib/auth/rendered-for"
import { getViewer } from "@/lib/auth/viewer"

/** The column of a page behind log-in: it shows under no other name than that of the person it is for. */
export async function PersonalPage(page: ComponentProps<typeof Page>) {
  return (
    <OwnPage mark={markFor(await getViewer())}>
      <Page {...page} />
    </OwnPage>
  )
}
