import { Section } from "@/components/ui/section"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { DeletionForm } from "./deletion-form"

export function Deletion({ email }: { readonly email: string }) {
  const t = words("deletion")
  return (
    <Section title={t("submit")} description={t("body")}>
      <DeletionForm email={email} shown={shownEmail(email)} />
    </Section>
  )
}
