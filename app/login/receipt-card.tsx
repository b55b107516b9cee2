import { receiptView } from "@/app/receipt-view"
import { Receipt } from "@/components/sessions/receipt"
import { Section } from "@/components/ui/section"
import type { Receipt as FoundReceipt } from "@/lib/db/lists/receipt"
import { words } from "@/lib/texts/words"

/** What log out everywhere has ended, below the form by which the person comes back. */
export function ReceiptCard({ receipt }: { readonly receipt: FoundReceipt }) {
  const t = words("receipt")

  return (
    <Section title={t("title")} description={t("later")}>
      <Receipt receipt={receiptView(receipt)} />
    </Section>
  )
}
