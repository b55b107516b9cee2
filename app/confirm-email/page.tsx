import type { Metadata } from "next"
import { EmailLinkPage } from "@/app/email-link-page"
import { texts } from "@/lib/texts"
import { confirmEmailAction } from "./actions"

export const metadata: Metadata = { title: texts.links.confirmEmail.title }

export default function ConfirmEmailPage() {
  return <EmailLinkPage purpose="email_change" action={confirmEmailAction} />
}
