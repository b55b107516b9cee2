import clsx from "clsx"
import { Monitor, Moon, Sun } from "lucide"
import { Icon } from "@/components/ui/icon"
import { words } from "@/lib/texts/words"
import { ThemeForm } from "./theme-form"

export const themes = ["system", "light", "dark"] as const

type Theme = (typeof themes)[number]

interface ThemeSwitchProps {
  readonly theme: Theme
  readonly action: (form: FormData) => void
}

/** Light, dark, or as the system says. */
export function ThemeSwitch({ theme, action }: ThemeSwitchProps) {
  const t = words("theme")
  return (
    <ThemeForm label={t("theme")} action={action}>
      {themes.map((each) => (
        <button
          key={each}
          type="submit"
          name="theme"
          value={each}
          title={t(`themes.${each}`)}
          aria-pressed={each === theme}
          className={clsx(
            "grid size-7 place-items-center rounded-full transition-colors pointer-coarse:size-11",
            each === theme ? "bg-sunken text-ink" : "text-ink-faint hover:text-ink",
          )}
        >
          <Icon of={icons[each]} className="size-3.5" />
          <span className="sr-only">{t(`themes.${each}`)}</span>
        </button>
      ))}
    </ThemeForm>
  )
}

const icons = { system: Monitor, light: Sun, dark: Moon }
