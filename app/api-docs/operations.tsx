import type { oas31 } from "zod-openapi"
import { Badge } from "@/components/ui/badge"
import { Card, CardBody } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { words } from "@/lib/texts/words"
import { FieldTable } from "./field-table"
import { fieldsOf, isReference, type Schema, type SchemaField, typeOf } from "./schema-fields"

interface OperationsProps {
  readonly paths: oas31.PathsObject
  /** What stands before each path: "/api/v1". */
  readonly base: string
}

const methods = ["get", "post", "delete"] as const

export function Operations({ paths, base }: OperationsProps) {
  return (
    <Section title={words("api")("operationsTitle")}>
      {Object.entries(paths).flatMap(([path, item]) =>
        methods.map((method) => {
          const operation = item?.[method]
          return (
            operation && (
              <Operation
                key={operation.operationId}
                address={`${method.toUpperCase()} ${base}${path}`}
                operation={operation}
              />
            )
          )
        }),
      )}
    </Section>
  )
}

interface OperationProps {
  readonly address: string
  readonly operation: oas31.OperationObject
}

function Operation({ address, operation }: OperationProps) {
  const t = words("api")
  const { operationId, summary = "", description, tags = [], responses = {} } = operation
  const inputs = inputsOf(operation)

  return (
    <Card id={operationId}>
      <CardBody className="space-y-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-sm font-semibold">{summary}</h3>
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </div>
        <code className="block font-mono text-[0.8125rem] wrap-anywhere">{address}</code>
        <p className="text-sm text-ink-soft text-pretty">{description}</p>
        <h4 className="text-[0.8125rem] font-medium">{t("answers")}</h4>
        <ul className="space-y-1 text-[0.8125rem] text-ink-soft">
          {Object.entries(responses).map(([status, answer]) => (
            <li key={status} className="wrap-anywhere">
              <span className="tabular-nums">{status}</span>{" "}
              <span translate="no">{answerText(answer)}</span>
            </li>
          ))}
        </ul>
        {inputs.length > 0 && <h4 className="text-[0.8125rem] font-medium">{t("inputs")}</h4>}
      </CardBody>
      {inputs.length > 0 && <FieldTable caption={`${t("inputs")}: ${summary}`} fields={inputs} />}
    </Card>
  )
}

function answerText(answer: oas31.ResponseObject | oas31.ReferenceObject): string {
  if (isReference(answer)) return ""
  const { schema } = answer.content?.["application/json"] ?? {}
  return schema ? typeOf(schema) : answer.description
}

type Input = SchemaField & { readonly place: string }

function inputsOf({ parameters = [], requestBody }: oas31.OperationObject): readonly Input[] {
  const body = requestBody && !isReference(requestBody) ? Object.values(requestBody.content) : []
  return [
    ...parameters.flatMap((parameter) => (isReference(parameter) ? [] : [parameterOf(parameter)])),
    ...body.flatMap(({ schema }) =>
      schema
        ? fieldsOf(schema).map((field) => ({ ...field, place: words("api")("places.body") }))
        : [],
    ),
  ]
}

function parameterOf(parameter: oas31.ParameterObject): Input {
  const t = words("api")
  const { name, in: place, required = false, schema = {}, description: about } = parameter
  const at = place === "path" ? t("places.path") : t("places.query")
  return { name, place: at, type: typeOf(schema as Schema), isRequired: required, about }
}
