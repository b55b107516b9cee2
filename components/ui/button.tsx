import clsx from "clsx"
import Link from "next/link"
import type { ComponentProps } from "react"
import { LinkUnderWay } from "./under-way"

interface Look {
  /** One `primary` per screen; `danger` only inside a confirmation, `danger-quiet` for what leads to one. */
  readonly variant?: "primary" | "secondary" | "quiet" | "danger" | "danger-quiet"
  readonly size?: "sm" | "md"
}

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type={type} className={clsx(buttonClass({ variant, size }), className)} {...rest} />
  )
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({
  variant,
  size,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} className={clsx(buttonClass({ variant, size }), className)} {...rest}>
      {children}
      <LinkUnderWay />
    </Link>
  )
}

/** The look is in `app/buttons.css`. */
export const buttonClass = ({
  variant = "secondary",
  size = "md",
}: { [Key in keyof Look]: Look[Key] | undefined }) => `button button-${size} button-${variant}`
