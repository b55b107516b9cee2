import { ActForm } from "@/components/acts/act-form"
import { fileFormats } from "@/lib/db/desk/token-file"
import { words } from "@/lib/texts/words"
import { exportSessionsAction } from "./actions"
import type { SessionQuery } from "./search"

/** What the list shows, all of it, as a file. */
export function ExportForm({ query }: { readonly query: SessionQuery }) {
  const t = words("desk")
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-[0.8125rem] text-ink-soft">{t("exportHint")}</p>
      {fileFormats.map((format) => (
        <ActForm
          key={format}
          action={exportSessionsAction}
          label={t(`formats.${format}`)}
          fields={{ ...(query as Readonly<Record<string, string>>), format }}
          size="sm"
        />
      ))}
    </div>
  )
}
