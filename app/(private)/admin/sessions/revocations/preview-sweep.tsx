import { ActForm } from "@/components/acts/act-form"
import type { TokenQuery } from "@/lib/names/token-filter"
import { words } from "@/lib/texts/words"
import { previewSweepAction } from "./actions"

/** Leads from what a filter found to what would end. */
export function PreviewSweep({ query }: { readonly query: TokenQuery }) {
  const t = words("sweep")
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p className="text-[0.8125rem] text-ink-soft">{t("previewHint")}</p>
      <ActForm
        action={previewSweepAction}
        label={t("preview")}
        fields={query as Readonly<Record<string, string>>}
        variant="danger-quiet"
      />
    </div>
  )
}
