import { Section } from "@/components/ui/section"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { DeletionForm } from "./deletion-form"

export function Deletion({ email }: { readonly email: string }) {
  return (
    <Section title={texts.security.deletion} description={texts.security.deletionBody}>
      <DeletionForm email={email} shown={shownEmail(email)} />
    </Section>
  )
}
