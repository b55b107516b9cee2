import type { Metadata } from "next"
import { BarePage } from "@/components/shell/message-page"
import { NotFoundMessage } from "@/components/shell/not-found-message"
import { texts } from "@/lib/texts"

export const metadata: Metadata = { title: texts.shell.notFoundTitle }

export default function NotFound() {
  return (
    <BarePage>
      <NotFoundMessage />
    </BarePage>
  )
}
