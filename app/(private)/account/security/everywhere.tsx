import { ofPurposes, type RevocationCount, type TokenPurpose, totalOf } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"
import { logOutEverywhereAction } from "./actions"

interface EverywhereProps {
  readonly live: RevocationCount
}

const words = texts.security

/** Apart from the list and plainer, for it ends this device too. */
export function Everywhere({ live }: EverywhereProps) {
  const everything = authentication.addOn("log_out_everywhere").purposes
  const devices = authentication.addOn("log_out_devices").purposes
  const onlyInEverything = everything.filter((purpose) => !devices.includes(purpose))
  const kept = ofPurposes(live, onlyInEverything)
  const butKeeping = words.everywhereBut(texts.session.counts(kept))

  return (
    <Section title={words.everywhere} description={bodyOf(live, everything)}>
      <ActArea action={logOutEverywhereAction}>
        <div className="flex flex-wrap gap-2">
          <Act
            label={words.everywhere}
            fields={{ addOn: "log_out_everywhere" }}
            confirm={confirmationOf(live, everything, words.everywhere)}
          />
          {totalOf(kept) > 0 && (
            <Act
              label={butKeeping}
              fields={{ addOn: "log_out_devices" }}
              confirm={confirmationOf(live, devices, butKeeping)}
            />
          )}
        </div>
      </ActArea>
    </Section>
  )
}

const bodyOf = (live: RevocationCount, purposes: readonly TokenPurpose[]) =>
  words.everywhereBody(texts.session.counts(ofPurposes(live, purposes)))

const confirmationOf = (
  live: RevocationCount,
  purposes: readonly TokenPurpose[],
  label: string,
) => ({ title: words.everywhereTitle, body: bodyOf(live, purposes), label })
