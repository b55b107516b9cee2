import { Card } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { problemCodes, problemStatuses } from "@/lib/api/problem"
import { texts } from "@/lib/texts"

const words = texts.api

/** Each kind of problem has its own anchor: the `type` in an answer leads here. */
export function Problems() {
  return (
    <Section title={words.problemsTitle}>
      <Card>
        <Table caption={words.problemsCaption}>
          <thead>
            <tr>
              {Object.values(words.problemColumns).map((column) => (
                <HeadCell key={column}>{column}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {problemCodes.map((code) => (
              <Row key={code} id={code} className="target:bg-note-soft">
                <Cell>
                  <code className="font-mono text-[0.8125rem]">{code}</code>
                </Cell>
                <Cell className="tabular-nums">{problemStatuses[code]}</Cell>
                <Cell className="text-[0.8125rem] text-ink-soft">
                  <p className="font-medium text-ink">{words.problems[code].title}</p>
                  <p>{words.problems[code].detail}</p>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}
