"use client"

import { usePathname } from "next/navigation"
import { useEffect, useRef } from "react"
import { useTranslations } from "use-intl/react"
import { buttonClass } from "@/components/ui/button"
import { CopyButton } from "@/components/ui/copy-button"
import { isolated } from "@/lib/names/isolated"

interface NewSecretProps {
  readonly name: string
  readonly secret: string
  readonly onDone: () => void
}

/** Stands in the place of the form until the person has the secret. One click selects the whole of it. */
export function NewSecret({ name, secret, onDone }: NewSecretProps) {
  const t = useTranslations("apiTokenForm")
  const here = usePathname()
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => group.current?.focus({ preventScroll: true }), [])

  return (
    // biome-ignore lint/a11y/noAutofocus: what was asked for is here
    <fieldset ref={group} tabIndex={-1} autoFocus className="space-y-3">
      <legend className="mb-2 text-[0.8125rem] text-ink-soft">{t("secret")}</legend>
      <code
        data-secret
        className="block rounded-control border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] break-all text-ink select-all"
      >
        {secret}
      </code>
      <div className="flex flex-wrap items-start gap-3">
        <CopyButton text={secret} name={t("copy", { name: isolated(name) })} />
        <a
          href={here}
          className={buttonClass({ size: "sm", variant: "primary" })}
          onClick={(event) => {
            event.preventDefault()
            onDone()
          }}
        >
          {t("close")}
        </a>
      </div>
    </fieldset>
  )
}
