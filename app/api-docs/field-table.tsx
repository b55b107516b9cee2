import { Table } from "@/components/ui/table"
import { words } from "@/lib/texts/words"
import type { SchemaField } from "./schema-fields"

interface FieldTableProps {
  readonly caption: string
  readonly fields: readonly (SchemaField & { readonly place?: string })[]
}

export function FieldTable({ caption, fields }: FieldTableProps) {
  const t = words("api")
  const hasPlaces = fields.some(({ place }) => place)

  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("columns.name")}</th>
          {hasPlaces && <th scope="col">{t("columns.in")}</th>}
          <th scope="col">{t("columns.type")}</th>
          <th scope="col">{t("columns.about")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, place, type, isRequired, about }) => (
          <tr key={name}>
            <td>
              <code className="font-mono text-[0.8125rem]">{name}</code>
              {!isRequired && <span className="block text-xs text-ink-soft">{t("optional")}</span>}
            </td>
            {hasPlaces && <td data-label={t("columns.in")}>{place}</td>}
            <td data-label={t("columns.type")} translate="no" className="text-ink-soft">
              {type}
            </td>
            <td data-label={t("columns.about")} className="text-ink-soft">
              {about}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
