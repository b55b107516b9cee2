import { useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { ProviderMark } from "@/components/provider-mark"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormState } from "@/lib/forms/form-state"
import { ReturnToField } from "./return-to-field"

interface ProviderButtonsProps {
  readonly state: FormState
  readonly action: (form: FormData) => void
  readonly returnTo: string
  readonly providers: readonly { readonly id: string; readonly name: string }[]
}

export function ProviderButtons({ state, action, returnTo, providers }: ProviderButtonsProps) {
  const t = useTranslations("logInForm")

  return (
    <>
      <p className="my-5 flex items-center gap-3 text-xs text-ink-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {t("or")}
      </p>
      <div className="space-y-2">
        {providers.map(({ id, name }) => (
          <MarkedForm key={id} state={state} fields={{ provider: id }} action={action}>
            <ReturnToField path={returnTo} />
            <SubmitButton className="w-full" icon={<ProviderMark id={id} />}>
              {t("withProvider", { provider: name })}
            </SubmitButton>
          </MarkedForm>
        ))}
      </div>
    </>
  )
}
