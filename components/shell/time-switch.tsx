import { Clock } from "lucide"
import { Icon } from "@/components/ui/icon"
import { words } from "@/lib/texts/words"
import { ThemeForm } from "./theme-form"

export const timeStyles = ["relative", "exact"] as const

type TimeStyle = (typeof timeStyles)[number]

interface TimeSwitchProps {
  readonly style: TimeStyle
  readonly action: (form: FormData) => void
}

/** Moments as distances from now, or as date and time: what a pointer learns by resting on one, for everyone. */
export function TimeSwitch({ style, action }: TimeSwitchProps) {
  const t = words("timeSwitch")
  const isExact = style === "exact"

  return (
    <ThemeForm label={t("times")} action={action}>
      <button
        type="submit"
        name="times"
        value={isExact ? "relative" : "exact"}
        aria-pressed={isExact}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-xs text-ink-faint transition-colors hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink pointer-coarse:min-h-11"
      >
        <Icon of={Clock} className="size-3.5" />
        <span>{t("exact")}</span>
      </button>
    </ThemeForm>
  )
}
