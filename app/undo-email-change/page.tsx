import type { Metadata } from "next"
import { EmailLinkPage } from "@/app/email-link-page"
import { texts } from "@/lib/texts"
import { undoEmailChangeAction } from "./actions"

export const metadata: Metadata = { title: texts.links.undoEmail.title }

export default function UndoEmailChangePage() {
  return <EmailLinkPage purpose="email_change_undo" action={undoEmailChangeAction} />
}
