"use client"

import { LoaderCircle } from "lucide-react"
import type { ComponentProps } from "react"
import { useFormStatus } from "react-dom"
import { Button } from "./button"

/** Submits its form once: while an answer is awaited it stays in place, keeps the focus, and ignores clicks. */
export function SubmitButton({ children, onClick, ...rest }: ComponentProps<typeof Button>) {
  const { pending: isPending } = useFormStatus()

  return (
    <Button
      {...rest}
      type="submit"
      aria-disabled={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {isPending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </Button>
  )
}
