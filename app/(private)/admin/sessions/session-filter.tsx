import { choicesOf } from "@/app/(private)/admin/filter/filter"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import type { SessionSearch } from "@/lib/db/lists/session-directory"
import { group, words } from "@/lib/texts/words"
import { anyStatus, sessionsPath } from "./search"

export function SessionFilter({ search }: { readonly search: SessionSearch }) {
  const t = words("sessions")
  const { text, status, deviceKind, sort, isDescending } = search
  const kept = { sort, order: isDescending ? "desc" : "asc" }
  const isFiltered = text !== "" || status !== "active" || deviceKind !== null

  return (
    <FilterForm
      path={sessionsPath}
      kept={kept}
      isFiltered={isFiltered}
      filters={[
        { label: t("search"), name: "q", value: text },
        {
          label: t("status"),
          name: "status",
          value: status ?? anyStatus,
          choices: choicesOf(group("session", "statuses")),
          any: anyStatus,
        },
        {
          label: t("device"),
          name: "device",
          value: deviceKind ?? "",
          choices: choicesOf(group("sessions", "deviceKinds")),
        },
      ]}
    />
  )
}
