"use client"

import clsx from "clsx"
import Link from "next/link"
import { usePathname, useRouter } from "next/navigation"
import { useEffect } from "react"

interface SideNavProps {
  readonly label: string
  readonly links: readonly {
    readonly href: string
    readonly label: string
    /** The fragment by which links of old lead here, when all of these pages were one. */
    readonly id?: string
  }[]
}

/** The pages beside this one: a column where there is room for it, else rows above the page. */
export function SideNav({ label, links }: SideNavProps) {
  const path = usePathname()
  const router = useRouter()

  // A server never sees a fragment. Without scripts the browser goes to the link itself.
  useEffect(() => {
    const meant = links.find(({ id }) => id && window.location.hash === `#${id}`)
    if (meant) router.replace(meant.href)
  }, [links, router])

  return (
    <nav
      aria-label={label}
      className="px-2 pt-4 sm:px-4 lg:sticky lg:top-14 lg:self-start lg:pe-0 lg:pt-12 print:hidden"
    >
      <ul className="flex flex-wrap gap-x-0.5 lg:flex-col">
        {links.map(({ href, label, id }) => {
          const isHere = path === href
          return (
            <li key={href}>
              <Link
                id={id}
                href={href}
                prefetch={false}
                aria-current={isHere ? "page" : undefined}
                className={clsx(
                  "flex min-h-9 items-center rounded-control border px-2.5 text-sm transition-colors target:underline pointer-coarse:min-h-11",
                  isHere
                    ? "border-line bg-surface font-medium text-ink shadow-control forced-colors:border-[Highlight]"
                    : "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
                )}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
