import { useTranslations } from "use-intl/react"

/** How long it is until the next mail may go. Read aloud it is a sentence that does not change at each second. */
export function Wait({ seconds }: { readonly seconds: number }) {
  const t = useTranslations("inbox")
  if (seconds === 0) return null
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

  return (
    <p className="text-[0.8125rem] text-ink-soft tabular-nums">
      <span aria-hidden="true">{t("againIn", { time })}</span>
      <span className="sr-only">
        {t("againInWords", { minutes: seconds < 60 ? 0 : Math.ceil(seconds / 60) })}
      </span>
    </p>
  )
}
