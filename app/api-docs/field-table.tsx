import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
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
          <HeadCell>{words.columns.name}</HeadCell>
          {hasPlaces && <HeadCell>{words.columns.in}</HeadCell>}
          <HeadCell>{words.columns.type}</HeadCell>
          <HeadCell>{words.columns.about}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, place, type, isRequired, about }) => (
          <Row key={name}>
            <Cell>
              <code className="font-mono text-[0.8125rem]">{name}</code>
              {!isRequired && <span className="block text-xs text-ink-soft">{words.optional}</span>}
            </Cell>
            {hasPlaces && <Cell>{place}</Cell>}
            <Cell className="text-[0.8125rem] text-ink-soft">{type}</Cell>
            <Cell className="text-[0.8125rem] text-ink-soft">{about}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
