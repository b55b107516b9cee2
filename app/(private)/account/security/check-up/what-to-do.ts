import type { Token } from "log-out-everywhere"
import { describeDevice } from "@/lib/auth/device"
import { type CheckUp, unusedApiTokenMs, unusedSessionMs } from "@/lib/db/lists/check-up"
import { isolated } from "@/lib/names/isolated"
import { formatDuration, listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
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
      title: t("unusedSessions", {
        count,
        time: formatDuration(currentLanguage(), unusedSessionMs),
      }),
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
  const [t, tTokens] = [words("checkUp"), words("apiTokens")]
  const time = formatDuration(currentLanguage(), unusedApiTokenMs)
  return unusedApiTokens.map((token) => {
    const name = isolated(token.name ?? tTokens("unnamed"))
    return {
      id: token.id,
      title: t("unusedApiToken", { name }),
      hint: t("unusedApiTokenHint", { time }),
      act: {
        label: tTokens("revoke"),
        name: tTokens("revokeName", { name }),
        fields: { tokenId: token.id },
        confirm: {
          title: tTokens("revokeTitle", { name }),
          body: tTokens("revokeBody"),
          label: tTokens("revoke"),
        },
      },
    }
  })
}

const nameOf = ({ device }: Token) => describeDevice(device.userAgent).title
