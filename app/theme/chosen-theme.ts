import { cookies } from "next/headers"
import { type Theme, themes } from "@/components/shell/theme-switch"

const cookieName = "__Host-loe-theme"
const yearS = 365 * 24 * 60 * 60

/** What the person chose on this device; "system" where they chose nothing. */
export async function chosenTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(cookieName)?.value
  return themes.find((theme) => theme === chosen) ?? "system"
}

export async function rememberTheme(theme: Theme): Promise<void> {
  const options = {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: yearS,
  } as const
  ;(await cookies()).set(cookieName, theme, options)
}
