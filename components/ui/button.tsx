import clsx from "clsx"
import Link from "next/link"
import type { ComponentProps } from "react"
import { LinkUnderWay } from "./under-way"

interface Look {
  /** One `primary` per screen; `danger` only inside a confirmation, `danger-quiet` for what leads to one. */
  readonly variant?: keyof typeof variants
  readonly size?: keyof typeof sizes
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

export function buttonClass({
  variant = "secondary",
  size = "md",
}: { [Key in keyof Look]: Look[Key] | undefined }) {
  return clsx(base, sizes[size], variants[variant])
}

const base =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors duration-100 select-none disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0"

const sizes = {
  sm: "min-h-8 px-3 text-[0.8125rem] pointer-coarse:min-h-11",
  md: "min-h-9 px-4 text-sm pointer-coarse:min-h-11",
}

const variants = {
  primary: "border-transparent bg-accent text-on-accent shadow-control hover:bg-accent-hover",
  secondary:
    "border-line bg-surface text-ink shadow-control hover:border-line-strong/60 hover:bg-sunken",
  quiet: "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
  danger:
    "border-transparent bg-danger-solid text-on-danger shadow-control hover:bg-danger-solid-hover",
  "danger-quiet":
    "border-line bg-surface text-danger shadow-control hover:border-danger-line hover:bg-danger-soft",
}
