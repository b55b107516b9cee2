import { ActForm } from "@/components/acts/act-form"
import { TypedEmailField } from "@/components/acts/typed-email-field"
import { Section } from "@/components/ui/section"
import { called } from "@/lib/names/called"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import type { User } from "@/lib/users/ports/user"
import { deleteUserAction } from "./actions"

export function Deletion({ user }: { readonly user: User }) {
  const t = words("userDeletion")
  return (
    <Section title={t("submit")} description={t("body")}>
      <ActForm
        action={deleteUserAction}
        label={t("submit")}
        fields={{ user: user.id }}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{
          title: t("title", { person: called(user) }),
          body: t("body"),
          label: t("submit"),
        }}
      >
        <TypedEmailField
          label={t("field", { email: shownEmail(user.email) })}
          email={user.email}
          mismatch={t("mismatch")}
        />
      </ActForm>
    </Section>
  )
}
