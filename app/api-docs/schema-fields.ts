import type { oas31 } from "zod-openapi"
import { words } from "@/lib/texts/words"

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
  if (anyOf) return oneOf(anyOf.map(typeOf))
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (values) return values.join(", ")
  if (type === "array" && items) return words("api")("arrayOf", { type: typeOf(items) })
  const name = oneOf([type].flat().map(String))
  return format ? `${name} (${format})` : name
}

const oneOf = (types: readonly string[]) =>
  [...new Set(types)].reduce((first, second) => words("api")("either", { first, second }))

export const isReference = <Described extends object>(
  described: Described | oas31.ReferenceObject,
): described is oas31.ReferenceObject => "$ref" in described
