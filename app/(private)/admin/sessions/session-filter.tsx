import { choicesOf } from "@/app/(private)/admin/filter/filter"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import type { SessionSearch } from "@/lib/db/lists/session-directory"
import { texts } from "@/lib/texts"
import { anyStatus, sessionsPath } from "./search"

const words = texts.admin.sessions

export function SessionFilter({ search }: { readonly search: SessionSearch }) {
  const { text, status, deviceKind, sort, isDescending } = search
  const kept = { sort, order: isDescending ? "desc" : "asc" }
  const isFiltered = text !== "" || status !== "active" || deviceKind !== null

  return (
    <FilterForm
      path={sessionsPath}
      kept={kept}
      isFiltered={isFiltered}
      filters={[
        { label: words.search, name: "q", value: text },
        {
          label: words.status,
          name: "status",
          value: status ?? anyStatus,
          choices: choicesOf(texts.session.statuses),
          any: anyStatus,
        },
        {
          label: words.device,
          name: "device",
          value: deviceKind ?? "",
          choices: choicesOf(words.deviceKinds),
        },
      ]}
    />
  )
}
