import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Card } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { Table, TableHead } from "@/components/ui/table"
import { describeDevice } from "@/lib/auth/device"
import type { SweepView } from "@/lib/db/desk/sweep-view"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"

/** A few of them, to see whether the filter finds what was meant. */
export function SweepSample({ view: { sample } }: { readonly view: SweepView }) {
  const [t, tRow] = [words("sweep"), words("sessionRow")]
  const [person, active] = [tRow("columns.person"), tRow("columns.active")]
  return (
    <Section title={t("sample")}>
      <Card>
        <Table caption={t("sampleCaption")}>
          <TableHead columns={[words("sessions")("columns.device"), person, active]} />
          <tbody>
            {sample.map(({ token: { id, device, lastActiveAt }, email }) => (
              <tr key={id}>
                <td>
                  <div>
                    <p className="title">
                      <bdi>{describeDevice(device.userAgent).title}</bdi>
                    </p>
                    <p className="sub">
                      <Address>{device.address ?? tRow("unknownAddress")}</Address>
                    </p>
                  </div>
                </td>
                <td data-label={person}>{shownEmail(email)}</td>
                <td data-label={active} className="moment">
                  <Time at={lastActiveAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}
