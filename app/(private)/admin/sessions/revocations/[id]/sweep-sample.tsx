import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Card } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { describeDevice } from "@/lib/auth/device"
import type { SweepView } from "@/lib/db/desk/sweep-view"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"

/** A few of them, to see whether the filter finds what was meant. */
export function SweepSample({ view: { sample } }: { readonly view: SweepView }) {
  const [t, tRow] = [words("sweep"), words("sessionRow")]
  return (
    <Section title={t("sample")}>
      <Card>
        <Table caption={t("sampleCaption")}>
          <thead>
            <tr>
              <th scope="col">{words("sessions")("columns.device")}</th>
              <th scope="col">{tRow("columns.person")}</th>
              <th scope="col">{tRow("columns.active")}</th>
            </tr>
          </thead>
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
                <td data-label={tRow("columns.person")}>{shownEmail(email)}</td>
                <td data-label={tRow("columns.active")} className="moment">
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
