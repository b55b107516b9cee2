import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PersonalPage } from "@/app/personal-page"
import type { IdProps } from "@/app/place"
import { receiptView } from "@/app/receipt-view"
import { textOf } from "@/app/text-of"
import { Receipt } from "@/components/sessions/receipt"
import { PageHeader } from "@/components/ui/page-header"
import { TextLink } from "@/components/ui/text-link"
import { requireViewer } from "@/lib/auth/viewer"
import { receiptOf } from "@/lib/db/lists/receipt"
import { group, words } from "@/lib/texts/words"

export const generateMetadata = (): Metadata => ({ title: words("receipt")("title") })

export default async function ReceiptPage({ params }: IdProps) {
  const { userId } = await requireViewer()
  const receipt = await receiptOf(userId, (await params).id)
  if (!receipt) return notFound()

  const t = words("receipt")
  const action = textOf(group("audit", "actions"), receipt.action)
  return (
    <PersonalPage>
      <PageHeader title={t("name", { action })} />
      <Receipt receipt={receiptView(receipt)} />
      <TextLink href="/account/history" className="print:hidden">
        {t("back")}
      </TextLink>
    </PersonalPage>
  )
}
