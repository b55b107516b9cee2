import type { oas31 } from "zod-openapi"

export type Schema = oas31.SchemaObject | oas31.ReferenceObject

/** One field of an object, in words. */
export interface SchemaField {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly about: string | undefined
}

/** The fields of an object, and those of every object that a union may be, once each. */
export function fieldsOf(schema: Schema): readonly SchemaField[] {
  if (isReference(schema)) return []
  const ways = schema.anyOf ?? [schema]
  const fields = ways.flatMap((way) => (isReference(way) ? [] : ownFields(way)))
  return fields.filter(({ name }, index) => lastIndexOf(fields, name) === index)
}

const lastIndexOf = (fields: readonly SchemaField[], name: string) =>
  fields.map((field) => field.name).lastIndexOf(name)

function ownFields({ properties = {}, required = [] }: oas31.SchemaObject): SchemaField[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const isRequired = required.includes(name)
    const about = isReference(schema) ? undefined : schema.description
    const field = { name, type: typeOf(schema), isRequired, about }
    const inner = isReference(schema) ? [] : fieldsOf(schema)
    return [field, ...inner.map((each) => ({ ...each, name: `${name}.${each.name}` }))]
  })
}

/** "string (date-time) or null", "array of Session". */
export function typeOf(schema: Schema): string {
  if (isReference(schema)) return schema.$ref.split("/").at(-1) ?? ""
  const { anyOf, type, format, items, enum: values } = schema
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(" or ")
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (values) return values.join(", ")
  if (type === "array" && items) return `array of ${typeOf(items)}`
  const name = [type].flat().join(" or ")
  return format ? `${name} (${format})` : name
}

export const isReference = <Described extends object>(
  described: Described | oas31.ReferenceObject,
): described is oas31.ReferenceObject => "$ref" in described
