import { deleteAccountAction } from "@/app/(private)/account/security/actions"
import { ActForm } from "@/components/acts/act-form"
import { TypedEmailField } from "@/components/acts/typed-email-field"
import { Section } from "@/components/ui/section"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"

export function Deletion({ email }: { readonly email: string }) {
  const t = words("deletion")
  return (
    <Section title={t("submit")} description={t("body")}>
      <ActForm
        action={deleteAccountAction}
        label={t("submit")}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{ title: t("title"), body: t("body"), label: t("submit") }}
      >
        <TypedEmailField
          label={t("field", { email: shownEmail(email) })}
          email={email}
          mismatch={t("mismatch")}
        />
      </ActForm>
    </Section>
  )
}
