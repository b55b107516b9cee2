import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import { Card, CardBody } from "@/components/ui/card"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { texts } from "@/lib/texts"
import { InvitationForm } from "./invitation-form"

const words = texts.admin.invitation

export const metadata: Metadata = { title: words.title }

export default async function NewUserPage() {
  await requireAdmin()

  return (
    <PersonalPage>
      <PageHeader
        back={{ href: "/admin/users", label: words.back }}
        title={words.title}
        description={words.description}
      />
      <Card>
        <CardBody>
          <InvitationForm />
        </CardBody>
      </Card>
    </PersonalPage>
  )
}
