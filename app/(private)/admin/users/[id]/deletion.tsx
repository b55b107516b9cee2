import { Section } from "@/components/ui/section"
import { called } from "@/lib/names/called"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import type { User } from "@/lib/users/ports/user"
import { DeletionForm } from "./deletion-form"

export function Deletion({ user: { id, name, email } }: { readonly user: User }) {
  return (
    <Section title={texts.admin.user.deletion} description={texts.admin.user.deletionHint}>
      <DeletionForm
        userId={id}
        person={called({ name, email })}
        email={email}
        shown={shownEmail(email)}
      />
    </Section>
  )
}
