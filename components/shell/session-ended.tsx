"use client"

import { LogOut } from "lucide"
import { useEffect } from "react"
import { useTranslations } from "use-intl/react"
import { dismissEvery } from "@/components/acts/toast-list"
import { loadAnew } from "./load-anew"
import { Message } from "./message"
import { sessionNow } from "./session-now"

/** In place of all that the page has shown, until the log-in page is there, which says the same. */
export function SessionEnded({ reason }: { readonly reason: string }) {
  const t = useTranslations("endedSession")
  const key = `endings.${reason}` as "endings.ended"
  const title = t("title")
  useEffect(() => {
    wipe(title)
    void leave()
  }, [title])

  return (
    <main className="grow">
      <div role="alert">
        <Message icon={LogOut} title={title}>
          <p>{t(t.has(key) ? key : "endings.ended")}</p>
        </Message>
      </div>
    </main>
  )
}

/** What React does not take away with the page: what it was made of, its title, and what was said of acts. */
function wipe(title: string): void {
  for (const script of document.querySelectorAll("script:not([src])")) script.remove()
  document.title = title
  dismissEvery()
}

/** Another person may have logged in in this browser, or the same one again. Offline there is nowhere to go. */
async function leave(): Promise<void> {
  let session = await sessionNow()
  while (session === "unknown") {
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    session = await sessionNow()
  }
  if (session) return loadAnew()
  const { pathname, search, hash } = window.location
  window.location.replace(`/login?returnTo=${encodeURIComponent(pathname + search + hash)}`)
}
