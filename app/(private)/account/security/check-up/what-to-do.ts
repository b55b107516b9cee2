import type { Token } from "log-out-everywhere"
import { revokeAct } from "@/app/(private)/account/security/api-tokens/revoke-act"
import { describeDevice } from "@/lib/auth/device"
import { type CheckUp, unusedApiTokenMs, unusedSessionMs } from "@/lib/db/lists/check-up"
import { isolated } from "@/lib/names/isolated"
import { listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { duration } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import type { Finding } from "./findings"

/** One for each device: a person knows one, and not the other. */
export function newDeviceFindings({ newDevices }: CheckUp): readonly Finding[] {
  const t = words("checkUp")
  return newDevices.map((token) => {
    const device = nameOf(token)
    return {
      id: token.id,
      title: t("newDevice", { device }),
      hint: t("newDeviceHint"),
      act: {
        label: t("itWasMe"),
        name: t("itWasMeName", { device }),
        fields: { tokenId: token.id },
      },
    }
  })
}

/** One for all of them, and for no others: what is used again meanwhile has been shown as one of these. */
export function unusedSessionFindings({ unusedSessions }: CheckUp): readonly Finding[] {
  const count = unusedSessions.length
  if (count === 0) return []
  const t = words("checkUp")
  const label = t("logOutUnused", { count })
  return [
    {
      id: "unused-sessions",
      title: t("unusedSessions", { count, time: duration(unusedSessionMs) }),
      hint: listed(currentLanguage(), [...new Set(unusedSessions.map(nameOf))]),
      act: {
        label,
        fields: { tokenIds: unusedSessions.map(({ id }) => id).join(",") },
        confirm: {
          title: t("logOutUnusedTitle", { count }),
          body: t("logOutUnusedBody", { count }),
          label,
        },
      },
    },
  ]
}

export function unusedApiTokenFindings({ unusedApiTokens }: CheckUp): readonly Finding[] {
  const t = words("checkUp")
  return unusedApiTokens.map((token) => {
    const name = isolated(token.name ?? words("apiTokens")("unnamed"))
    return {
      id: token.id,
      title: t("unusedApiToken", { name }),
      hint: t("unusedApiTokenHint", { time: duration(unusedApiTokenMs) }),
      act: revokeAct(token.id, name),
    }
  })
}

const nameOf = ({ device }: Token) => describeDevice(device.userAgent).title
