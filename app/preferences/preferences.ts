import { cookies } from "next/headers"
import { themes } from "@/components/shell/theme-switch"
import { timeStyles } from "@/components/shell/time-switch"

export const theme = preference("theme", themes)
export const timeStyle = preference("times", timeStyles)

/** What a person chooses on this device, beside any account; the first value where they chose nothing. */
function preference<Value extends string>(name: string, values: readonly [Value, ...Value[]]) {
  const cookieName = `__Host-loe-${name}`
  const options = {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
  } as const

  return {
    async chosen(): Promise<Value> {
      const chosen = (await cookies()).get(cookieName)?.value
      return values.find((value) => value === chosen) ?? values[0]
    },
    async remember(value: Value): Promise<void> {
      ;(await cookies()).set(cookieName, value, options)
    },
  }
}
