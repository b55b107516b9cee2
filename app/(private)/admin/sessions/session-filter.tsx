import { ChoiceField, FilterForm, SearchField } from "@/app/(private)/admin/filter-form"
import type { SessionSearch } from "@/lib/db/lists/session-directory"
import { texts } from "@/lib/texts"
import { sessionsPath } from "./search"

const words = texts.admin.sessions

export function SessionFilter({ search }: { readonly search: SessionSearch }) {
  const { text, status, deviceKind, sort, isDescending } = search
  const kept = { sort, order: isDescending ? "desc" : "asc" }
  const isFiltered = text !== "" || status !== null || deviceKind !== null

  return (
    <FilterForm path={sessionsPath} kept={kept} isFiltered={isFiltered}>
      <SearchField label={words.search} name="q" value={text} />
      <ChoiceField
        label={words.status}
        name="status"
        value={status}
        choices={texts.session.statuses}
      />
      <ChoiceField
        label={words.device}
        name="device"
        value={deviceKind}
        choices={words.deviceKinds}
      />
    </FilterForm>
  )
}
