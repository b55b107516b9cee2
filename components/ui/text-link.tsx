import clsx from "clsx"
import Link from "next/link"
import type { ComponentProps } from "react"
import { LinkUnderWay } from "./under-way"

/** A link in running text or in a table. Underlined, since colour alone does not say that it is one. */
export function TextLink({ className, children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} className={clsx("link", className)} {...rest}>
      {children}
      <LinkUnderWay />
    </Link>
  )
}
