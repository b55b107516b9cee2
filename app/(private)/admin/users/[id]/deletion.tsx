import { Section } from "@/components/ui/section"
import { called } from "@/lib/names/called"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import type { User } from "@/lib/users/ports/user"
import { DeletionForm } from "./deletion-form"

export function Deletion({ user: { id, name, email } }: { readonly user: User }) {
  const t = words("userDeletion")
  return (
    <Section title={t("submit")} description={t("body")}>
      <DeletionForm
        userId={id}
        person={called({ name, email })}
        email={email}
        shown={shownEmail(email)}
      />
    </Section>
  )
}
