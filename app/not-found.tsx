import type { Metadata } from "next"
import { NotFoundMessage } from "@/components/shell/not-found-message"
import { texts } from "@/lib/texts"

export const metadata: Metadata = { title: texts.shell.notFoundTitle }

export default function NotFound() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  )
}
