import type { Metadata } from "next"
import { BarePage } from "@/components/shell/message-page"
import { NotFoundMessage } from "@/components/shell/not-found-message"
import { words } from "@/lib/texts/words"

export const generateMetadata = (): Metadata => ({ title: words("shell")("notFoundTitle") })

export default function NotFound() {
  return (
    <BarePage>
      <NotFoundMessage />
    </BarePage>
  )
}
