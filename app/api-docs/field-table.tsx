import { Table } from "@/components/ui/table"
import { texts } from "@/lib/texts"
import type { SchemaField } from "./schema-fields"

interface FieldTableProps {
  readonly caption: string
  readonly fields: readonly (SchemaField & { readonly place?: string })[]
}

const words = texts.api

export function FieldTable({ caption, fields }: FieldTableProps) {
  const hasPlaces = fields.some(({ place }) => place)

  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          {hasPlaces && <th scope="col">{words.columns.in}</th>}
          <th scope="col">{words.columns.type}</th>
          <th scope="col">{words.columns.about}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, place, type, isRequired, about }) => (
          <tr key={name}>
            <td>
              <code className="font-mono text-[0.8125rem]">{name}</code>
              {!isRequired && <span className="block text-xs text-ink-soft">{words.optional}</span>}
            </td>
            {hasPlaces && <td data-label={words.columns.in}>{place}</td>}
            <td data-label={words.columns.type} className="text-ink-soft">
              {type}
            </td>
            <td data-label={words.columns.about} className="text-ink-soft">
              {about}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
