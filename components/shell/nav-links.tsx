"use client"

import clsx from "clsx"
import Link from "next/link"
import { usePathname } from "next/navigation"

interface NavLinksProps {
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

/** The main links, of which the one of this page is marked. */
export function NavLinks({ links }: NavLinksProps) {
  const path = usePathname()

  return (
    <ul className="-mx-2.5 flex flex-wrap">
      {links.map(({ href, label }) => {
        const isHere = path === href || path.startsWith(`${href}/`)
        return (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isHere ? "page" : undefined}
              className={clsx(
                "relative flex h-10 items-center rounded-control px-2.5 text-sm transition-colors sm:h-14",
                "after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:rounded-full",
                isHere ? "font-medium text-ink after:bg-ink" : "text-ink-soft hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
