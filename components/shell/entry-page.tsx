import type { ReactNode } from "react"
import { Card, CardBody } from "@/components/ui/card"
import type { Room } from "@/lib/texts/translation"
import { BrowserWords } from "./browser-words"
import { FocusFirst } from "./focus-first"
import { Logo } from "./logo"
import { WatchPerson } from "./watch-person"

interface EntryPageProps {
  readonly title: string
  /** What stands between the title and the card: notices. */
  readonly above?: ReactNode
  /** What stands under the card. */
  readonly below?: ReactNode
  /** What its client components say: the rooms that they ask `useTranslations` for. */
  readonly rooms?: readonly Room[]
  readonly children: ReactNode
}

/** A page for people who are not logged in, or need not be: one card, one thing to do. */
export function EntryPage({ title, above, below, rooms = [], children }: EntryPageProps) {
  return (
    <main className="mx-auto flex w-full max-w-[25rem] grow flex-col justify-center gap-6 px-4 py-10">
      <div className="flex flex-col items-center gap-5">
        <Logo />
        <h1 className="text-center text-xl font-semibold tracking-[-0.02em] text-balance">
          {title}
        </h1>
      </div>
      <BrowserWords rooms={rooms}>
        {above}
        <Card>
          <CardBody className="sm:p-6 [&_[data-act]>button]:w-full">
            <FocusFirst className="space-y-4">{children}</FocusFirst>
          </CardBody>
        </Card>
        {below}
      </BrowserWords>
      <WatchPerson />
    </main>
  )
}
