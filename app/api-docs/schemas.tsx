import { Card, CardBody } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { words } from "@/lib/texts/words"
import { FieldTable } from "./field-table"
import { fieldsOf, isReference, type Schema } from "./schema-fields"

interface SchemasProps {
  readonly schemas: Readonly<Record<string, Schema>>
}

export function Schemas({ schemas }: SchemasProps) {
  return (
    <Section title={words("api")("schemasTitle")}>
      {Object.entries(schemas).map(([name, schema]) => (
        <Card key={name} id={name}>
          <CardBody className="space-y-1">
            <h3 translate="no" className="font-mono text-sm font-semibold">
              {name}
            </h3>
            <p className="text-sm text-ink-soft text-pretty">
              {isReference(schema) ? null : schema.description}
            </p>
          </CardBody>
          <FieldTable caption={name} fields={fieldsOf(schema)} />
        </Card>
      ))}
    </Section>
  )
}
