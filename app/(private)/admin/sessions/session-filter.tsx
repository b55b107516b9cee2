import { choicesOf, type Filter } from "@/app/(private)/admin/filter/filter"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import { anyWord, type FilterField } from "@/lib/names/token-filter"
import { group, words } from "@/lib/texts/words"
import { type SessionSearch, sessionsPath } from "./search"

/** Every filter of the list: the usual ones, and the others behind them. */
export function SessionFilter({ search }: { readonly search: SessionSearch }) {
  const t = words("desk")
  const { query, sort, isDescending } = search
  const hints: Partial<Record<FilterField, string>> = group("desk", "hints")
  const text = (name: FilterField): Filter => ({
    label: t(`fields.${name}`),
    name,
    value: query[name] ?? "",
    hint: hints[name],
  })
  const choice = (
    name: FilterField,
    choices: Readonly<Record<string, string>>,
    first = "",
  ): Filter => ({
    label: t(`fields.${name}`),
    name,
    value: query[name] ?? first,
    choices: choicesOf(choices),
    ...(first && { any: anyWord, first }),
  })

  return (
    <FilterForm
      path={sessionsPath}
      kept={{ sort, order: isDescending ? "desc" : "asc" }}
      isFiltered={Object.keys(query).length > 0}
      filters={[
        { label: words("sessions")("search"), name: "q", value: query.q ?? "" },
        choice("status", group("session", "statuses"), query.reason ? "revoked" : "active"),
        choice("device", group("sessions", "deviceKinds")),
      ]}
      more={[
        text("address"),
        text("since"),
        text("until"),
        text("idle"),
        text("expires"),
        text("browser"),
        text("system"),
        text("method"),
        choice("purpose", group("policy", "purposes"), "session"),
        choice("role", group("users", "roles")),
        choice("reason", {
          ...group("session", "reasons"),
          everyone_logged_out: words("session")("voided"),
        }),
      ]}
    />
  )
}
