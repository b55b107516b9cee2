import type { Metadata } from "next"
import { DemoInbox } from "@/app/(private)/demo/inbox"
import { PersonalPage } from "@/app/personal-page"
import { Card, CardBody } from "@/components/ui/card"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { words } from "@/lib/texts/words"
import { InvitationForm } from "./invitation-form"

export const generateMetadata = (): Metadata => ({ title: words("invitation")("title") })

export default async function NewUserPage() {
  const t = words("invitation")
  await requireAdmin()

  return (
    <PersonalPage rooms={["invitationForm"]}>
      <PageHeader
        back={{ href: "/admin/users", label: t("back") }}
        title={t("title")}
        description={t("description")}
      />
      <Card>
        <CardBody>
          <InvitationForm />
        </CardBody>
      </Card>
      <DemoInbox />
    </PersonalPage>
  )
}
