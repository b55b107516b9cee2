import { CloudOff } from "lucide-react"
import { Button } from "@/components/ui/button"
import { texts } from "@/lib/texts"
import { MessagePage } from "./message-page"

/** The session could not be checked: not the same as being logged out, and it says so. */
export function OutageMessage({ digest }: { readonly digest: string | undefined }) {
  return (
    <MessagePage icon={CloudOff} title={texts.shell.outageTitle}>
      <p>{texts.shell.outageBody}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {texts.shell.retry}
      </Button>
      {digest && <p className="text-xs text-ink-faint">{texts.shell.outageReference(digest)}</p>}
    </MessagePage>
  )
}
