"use client"

import { useEffect } from "react"
import { useTranslations } from "use-intl/react"
import { sayFailed } from "@/components/acts/toast-list"
import { isOffline } from "@/components/acts/use-act"

/** A link that is followed offline says so, and the page stays, where the browser would put its own in its place. */
export function OfflineLinks() {
  const t = useTranslations("failures")

  useEffect(() => {
    const stay = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null
      if (navigator.onLine || !link || !leadsAway(link) || isForElsewhere(event, link)) return
      event.preventDefault()
      event.stopPropagation()
      void follow(link.href)
    }
    const follow = async (href: string) => {
      if (!(await isOffline())) return window.location.assign(href)
      const message = t("acts.offline", { undone: t("acts.stillHere") })
      sayFailed({ status: "failed", message, failure: { kind: "offline" } })
    }
    // Before the router hears of it.
    document.addEventListener("click", stay, true)
    return () => document.removeEventListener("click", stay, true)
  }, [t])

  return null
}

const leadsAway = ({ href, hash }: HTMLAnchorElement) =>
  href !== "" && !(hash && href === window.location.href.split("#")[0] + hash)

/** For a tab that is not this one, or for the disk. */
const isForElsewhere = (event: MouseEvent, { target, download }: HTMLAnchorElement) =>
  event.button !== 0 ||
  event.ctrlKey ||
  event.metaKey ||
  event.shiftKey ||
  Boolean(target || download)
