"use client"

import clsx from "clsx"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { LinkUnderWay } from "@/components/ui/under-way"

export interface NavLink {
  readonly href: string
  readonly label: string
}

interface NavLinksProps {
  readonly links: readonly NavLink[]
}

/** The main links, of which the one of this page is marked. */
export function NavLinks({ links }: NavLinksProps) {
  const path = usePathname()
  const isWithin = (href: string) => path === href || path.startsWith(`${href}/`)
  // Of several the nearest: one may lead to the page above another's.
  const here = links
    .filter(({ href }) => isWithin(href))
    .sort(byLength)
    .at(-1)?.href

  return (
    <ul className="-mx-2.5 flex flex-wrap">
      {links.map(({ href, label }) => {
        const isHere = href === here
        return (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isHere ? "page" : undefined}
              className={clsx(
                "relative flex h-11 items-center rounded-control px-2.5 text-sm transition-colors lg:h-14",
                isHere
                  ? // A border, since of a ground nothing is left in forced colours.
                    "font-medium text-ink after:absolute after:inset-x-2.5 after:-bottom-px after:border-b-2 after:border-ink"
                  : "text-ink-soft hover:text-ink",
              )}
            >
              <span>{label}</span>
              <LinkUnderWay />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

const byLength = (one: NavLink, other: NavLink) => one.href.length - other.href.length
