import clsx from "clsx"
import Link from "next/link"
import { words } from "@/lib/texts/words"
import { overviewHref, type SpanName, spanNames } from "./spans"

/** How far back the page looks. */
export function SpanNav({ current }: { readonly current: SpanName }) {
  const t = words("overview")

  return (
    <nav aria-label={t("period")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-0.5">
        {spanNames.map((name) => (
          <li key={name}>
            <Link
              href={overviewHref(name)}
              prefetch={false}
              scroll={false}
              aria-current={name === current ? "page" : undefined}
              className={clsx(
                "flex min-h-8 items-center rounded-control border px-2.5 text-[0.8125rem] transition-colors pointer-coarse:min-h-11",
                name === current
                  ? "border-line bg-surface font-medium text-ink shadow-control forced-colors:border-[Highlight]"
                  : "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
              )}
            >
              {t(`spans.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
