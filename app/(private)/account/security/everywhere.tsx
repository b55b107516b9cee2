import { ofPurposes, type RevocationCount, type TokenPurpose, totalOf } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { countsOf } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { logOutEverywhereAction } from "./actions"

interface EverywhereProps {
  readonly live: RevocationCount
}

/** Beside the act that spares this device, and with what it ends, for this device is among it. */
export function Everywhere({ live }: EverywhereProps) {
  const t = words("security")
  const everything = authentication.addOn("log_out_everywhere").purposes
  const devices = authentication.addOn("log_out_devices").purposes
  const onlyInEverything = everything.filter((purpose) => !devices.includes(purpose))
  const kept = ofPurposes(live, onlyInEverything)
  const butKeeping = t("everywhereBut", { kept: countsOf(kept) })

  return (
    <ActArea action={logOutEverywhereAction} undone={t("nothingLoggedOut")} className="contents">
      <div className="flex flex-wrap gap-2">
        <Act
          label={t("everywhere")}
          fields={{ addOn: "log_out_everywhere" }}
          confirm={confirmationOf(live, everything, t("everywhere"), t("everywhereTitle"))}
        />
        {totalOf(kept) > 0 && (
          <Act
            label={butKeeping}
            fields={{ addOn: "log_out_devices" }}
            confirm={confirmationOf(
              live,
              devices,
              butKeeping,
              t("everywhereButTitle", { kept: countsOf(kept) }),
            )}
          />
        )}
      </div>
      <p className="order-2 basis-full text-[0.8125rem] text-ink-faint text-pretty">
        {bodyOf(live, everything)}
      </p>
    </ActArea>
  )
}

const bodyOf = (live: RevocationCount, purposes: readonly TokenPurpose[]) =>
  words("security")("everywhereBody", { counts: countsOf(ofPurposes(live, purposes)) })

const confirmationOf = (
  live: RevocationCount,
  purposes: readonly TokenPurpose[],
  label: string,
  title: string,
) => ({ title, body: bodyOf(live, purposes), label })
