"use client"

import clsx from "clsx"
import { useRef } from "react"
import { useTranslations } from "use-intl/react"
import { PasswordField, type PasswordFieldProps } from "@/components/ui/password-field"
import type { PasswordOwner } from "@/lib/users/log-in/password-blocklist"
import type { PasswordStrength } from "@/lib/users/log-in/password-strength"
import { useStrength } from "./use-strength"

interface NewPasswordFieldsProps extends Pick<PasswordFieldProps, "className" | "enterKeyHint"> {
  /** Whose password it will be. */
  readonly owner: PasswordOwner
  readonly minimumLength: number
}

/** A password that is being chosen, typed twice. It is told how strong it is, where scripts run. */
export function NewPasswordFields({
  owner,
  minimumLength,
  className,
  enterKeyHint,
}: NewPasswordFieldsProps) {
  const t = useTranslations("newPassword")
  const input = useRef<HTMLInputElement>(null)
  const strength = useStrength(input, owner, minimumLength)

  return (
    <>
      <PasswordField
        ref={input}
        label={t("new")}
        hint={t("requirements", { minimum: minimumLength })}
        name="newPassword"
        autoComplete="new-password"
        enterKeyHint="next"
        minLength={minimumLength}
        className={className}
      >
        <Meter strength={strength} />
      </PasswordField>
      <PasswordField
        label={t("again")}
        name="newPasswordAgain"
        autoComplete="new-password"
        enterKeyHint={enterKeyHint}
        className={className}
      />
    </>
  )
}

/** The room for it is there before it is, so that nothing moves. */
function Meter({ strength }: { readonly strength: PasswordStrength | null }) {
  const t = useTranslations("strength")
  const said = strength && sayOf(strength, t)

  return (
    <div className="min-h-7.5 space-y-1 noscript:hidden">
      {strength && (
        <div className="flex gap-1">
          <meter
            aria-label={t("label")}
            aria-valuetext={said ?? undefined}
            max={4}
            value={strength.level}
            className="sr-only"
          />
          {([1, 2, 3, 4] as const).map((step) => (
            <span
              key={step}
              className={clsx(
                "h-1.5 grow rounded-full border",
                step <= strength.level
                  ? `border-transparent forced-colors:bg-[CanvasText] ${colours[strength.level]}`
                  : "border-line-strong",
              )}
            />
          ))}
        </div>
      )}
      <p aria-live="polite" className="text-[0.8125rem] text-ink-soft text-pretty">
        {said}
      </p>
    </div>
  )
}

const colours = { 0: "", 1: "bg-danger", 2: "bg-care", 3: "bg-good", 4: "bg-good" }

type Words = ReturnType<typeof useTranslations<"strength">>

function sayOf(strength: PasswordStrength, t: Words): string {
  switch (strength.level) {
    case 0:
      return t(`problems.${strength.problem}`)
    case 1:
      return t("weak", { advice: t(`advice.${strength.weakness}`) })
    case 2:
      return t("fair", { advice: t(`advice.${strength.weakness}`) })
    case 3:
      return t("good")
    case 4:
      return t("strong")
  }
}
