import type { Metadata } from "next"
import { DemoInbox } from "@/app/(private)/demo/inbox"
import { PersonalPage } from "@/app/personal-page"
import { ActForm } from "@/components/acts/act-form"
import { Card, CardBody } from "@/components/ui/card"
import { SelectField, TextField } from "@/components/ui/field"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { roles } from "@/lib/names/role"
import { words } from "@/lib/texts/words"
import { inviteUserAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("invitation")("title") })

/** Asks who the new person is. They choose their password themselves. */
export default async function NewUserPage() {
  const [t, tForm] = [words("invitation"), words("invitationForm")]
  await requireAdmin()

  return (
    <PersonalPage>
      <PageHeader
        back={{ href: "/admin/users", label: t("back") }}
        title={t("title")}
        description={t("description")}
      />
      <Card>
        <CardBody>
          <ActForm
            action={inviteUserAction}
            label={tForm("submit")}
            variant="primary"
            className="max-w-sm space-y-4"
          >
            <TextField label={tForm("name")} name="name" autoComplete="off" />
            <TextField
              label={tForm("email")}
              name="email"
              type="email"
              autoComplete="off"
              required
            />
            <SelectField label={tForm("role")} name="role">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {tForm(`roles.${role}`)}
                </option>
              ))}
            </SelectField>
          </ActForm>
        </CardBody>
      </Card>
      <DemoInbox />
    </PersonalPage>
  )
}
