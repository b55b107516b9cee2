"use client"

import { LoaderCircle } from "lucide"
import type { ComponentProps, ReactNode } from "react"
import { useFormStatus } from "react-dom"
import { Icon } from "@/components/ui/icon"
import { Button } from "./button"

/**
 * Submits its form once: while an answer is awaited it stays in place, keeps the focus, and ignores
 * clicks. Disabled, it keeps the focus too: an act that leaves it nothing to do must not lose the person.
 */
export function SubmitButton({
  icon,
  children,
  disabled,
  onClick,
  type = "submit",
  ...rest
}: ComponentProps<typeof Button> & { readonly icon?: ReactNode }) {
  const { pending: isPending } = useFormStatus()

  return (
    <Button
      {...rest}
      type={type}
      aria-disabled={isPending || disabled || undefined}
      onClick={(event) => {
        if (isPending || disabled) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {(isPending || icon) && (
        <span className="contents">
          {isPending ? <Icon of={LoaderCircle} className="animate-spin" /> : icon}
        </span>
      )}
      <span>{children}</span>
    </Button>
  )
}
