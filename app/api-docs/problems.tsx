import { Card } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { Table, TableHead } from "@/components/ui/table"
import { problemCodes, problemStatuses } from "@/lib/api/problem"
import { group, words } from "@/lib/texts/words"

/** Each kind of problem has its own anchor: the `type` in an answer leads here. */
export function Problems() {
  const t = words("api")
  return (
    <Section title={t("problemsTitle")}>
      <Card>
        <Table caption={t("problemsCaption")}>
          <TableHead columns={Object.values(group("api", "problemColumns"))} />
          <tbody>
            {problemCodes.map((code) => (
              <tr key={code} id={code} className="target:bg-note-soft">
                <td>
                  <code className="font-mono text-[0.8125rem]">{code}</code>
                </td>
                <td data-label={t("problemColumns.status")} className="tabular-nums">
                  {problemStatuses[code]}
                </td>
                <td className="text-ink-soft">
                  <div>
                    <p className="font-medium text-ink">{t(`problems.${code}.title`)}</p>
                    <p>{t(`problems.${code}.detail`)}</p>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}
