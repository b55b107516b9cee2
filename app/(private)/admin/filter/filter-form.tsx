"use client"

import { Search } from "lucide"
import { useRouter } from "next/navigation"
import { type ChangeEvent, useEffect, useRef, useTransition } from "react"
import { useTranslations } from "use-intl/react"
import { Button, ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { UnderWay } from "@/components/ui/under-way"
import type { Filter } from "./filter"
import { FilterField } from "./filter-field"

interface FilterFormProps {
  readonly path: string
  /** What the address says beside the filter, and keeps saying. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  readonly filters: readonly Filter[]
  /** Those that are asked for less often, behind a word that shows them. */
  readonly more?: readonly Filter[]
  readonly isFiltered: boolean
}

/** How long a text stays as it is before it is looked for. */
const restMs = 350

/**
 * Asks for a list by its address, as a plain form. Where there are scripts it asks as soon as something has
 * changed, and its fields, which keep the focus, say what the list is filtered by, also after the back button.
 */
export function FilterForm({
  path,
  kept = {},
  filters,
  more = noFilters,
  isFiltered,
}: FilterFormProps) {
  const t = useTranslations("filterForm")
  const form = useRef<HTMLFormElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isPending, startTransition] = useTransition()
  const router = useRouter()
  const stopWaiting = () => {
    clearTimeout(rest.current)
    rest.current = undefined
  }
  const ask = (go: typeof router.push) => {
    stopWaiting()
    if (form.current) {
      const href = hrefOf(path, new FormData(form.current))
      startTransition(() => go(href, { scroll: false }))
    }
  }
  const changed = ({ target }: ChangeEvent<HTMLFormElement>) => {
    stopWaiting()
    if (target.type !== "search") ask(router.push)
    else rest.current = setTimeout(() => ask(router.replace), restMs)
  }

  useFieldsSay(filters, more, form, () => ask(router.replace))
  useEffect(() => () => clearTimeout(rest.current), [])

  return (
    <search className="print:hidden">
      <form
        ref={form}
        action={path}
        className="flex flex-wrap items-end gap-3"
        onChange={changed}
        onBlur={({ relatedTarget }) => {
          if (rest.current === undefined) return
          // A link that is about to be followed leads further than what was typed.
          if (relatedTarget instanceof HTMLAnchorElement) stopWaiting()
          else ask(router.replace)
        }}
        onSubmit={(event) => {
          event.preventDefault()
          ask(router.push)
        }}
      >
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {filters.map((filter) => (
          <FilterField key={filter.name} filter={filter} />
        ))}
        <noscript>
          <Button type="submit">
            <Icon of={Search} />
            <span>{t("filter")}</span>
          </Button>
        </noscript>
        {isFiltered && (
          <ButtonLink href={path} variant="quiet" scroll={false}>
            {t("clear")}
          </ButtonLink>
        )}
        {isPending && <UnderWay />}
        {more.length > 0 && (
          <details className="w-full" open={more.some(isSaid)}>
            <summary className="w-fit cursor-pointer text-sm text-ink-soft">{t("more")}</summary>
            <div className="flex flex-wrap items-end gap-3 pt-3">
              {more.map((filter) => (
                <FilterField key={filter.name} filter={filter} />
              ))}
            </div>
          </details>
        )}
      </form>
    </search>
  )
}

const noFilters: readonly Filter[] = []

/** Whether it narrows the list: a list that is filtered by one at first says any, or that one, for it. */
const isSaid = ({ value, any, first = "" }: Filter) => value !== "" && !(any && value === first)

/**
 * The fields say what the list is filtered by; one that somebody is in, what they have chosen since. What was
 * chosen before there were scripts is asked for once there are.
 */
function useFieldsSay(
  filters: readonly Filter[],
  more: readonly Filter[],
  form: { readonly current: HTMLFormElement | null },
  ask: () => void,
) {
  const isFirst = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list changes what they say
  useEffect(() => {
    const wasFirst = isFirst.current
    isFirst.current = false
    const others = [...filters, ...more].flatMap(({ name, value }) => {
      const field = form.current?.elements.namedItem(name)
      const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
      return isField && field.value !== value ? [{ field, value }] : []
    })
    if (wasFirst) {
      if (others.length > 0) ask()
      return
    }
    for (const { field, value } of others) {
      if (field !== document.activeElement) field.value = value
    }
  }, [filters, more])
}

/** As a browser without scripts would write it, but for the fields that say nothing. */
function hrefOf(path: string, data: FormData): string {
  const said = [...data].flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
