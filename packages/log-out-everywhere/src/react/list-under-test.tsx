import type { ComponentProps } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { SessionList, type ShownSession } from "./index.ts"

export const now = new Date("2026-05-04T12:00:00Z")

export const session = (id: string, told: Partial<ShownSession> = {}): ShownSession => ({
  id,
  title: "Firefox on Android",
  device: { address: "203.0.113.9", userAgent: "Mozilla/5.0 (Android 16)" },
  issuedAt: new Date("2026-05-03T09:30:00Z"),
  lastActiveAt: new Date("2026-05-04T10:00:00Z"),
  ...told,
})

export const actions = {
  logOut: "/log-out-device",
  logOutHere: "/log-out",
  logOutOthers: "/others",
  logOutEverywhere: "/everywhere",
  recognise: "/recognise",
  report: "/report",
  rename: "/rename",
}

export const shown = (
  sessions: readonly ShownSession[],
  told: Partial<Omit<ComponentProps<typeof SessionList>, "acts" | "renderAct">> = {},
) =>
  renderToStaticMarkup(
    <SessionList sessions={sessions} currentId="here" now={now} actions={actions} {...told} />,
  )

export const rowsOf = (markup: string) => markup.split('<li data-loe="session"').slice(1)
export const namesOf = (markup: string) =>
  [...markup.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)
