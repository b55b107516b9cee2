import { CloudOff, FileWarning, type LucideIcon, RefreshCw, WifiOff } from "lucide-react"
import { Button } from "@/components/ui/button"
import { failureOfPage, type PageFailure, referenceOf } from "@/lib/failure"
import { texts } from "@/lib/texts"
import { MessagePage } from "./message-page"

/** Why a page cannot be shown. None of the reasons is a log-out, and it says so. */
export function FailureMessage({ error }: { readonly error: unknown }) {
  const kind = failureOfPage(error, typeof navigator === "undefined" || navigator.onLine)
  const { title, body } = texts.failures.pages[kind]
  const reference = referenceOf(error)

  return (
    <MessagePage icon={icons[kind]} title={title}>
      <p>{body}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {kind === "outage" ? texts.failures.retry : texts.failures.reload}
      </Button>
      {reference && <p className="text-xs text-ink-faint">{texts.failures.reference(reference)}</p>}
    </MessagePage>
  )
}

const icons: Record<PageFailure, LucideIcon> = {
  page: FileWarning,
  old_build: RefreshCw,
  offline: WifiOff,
  outage: CloudOff,
}
