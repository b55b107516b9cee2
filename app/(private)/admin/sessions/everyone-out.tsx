import { Section } from "@/components/ui/section"
import { sessionDirectory } from "@/lib/db/session-directory"
import { texts } from "@/lib/texts"
import { EveryoneOutForm } from "./everyone-out-form"

const words = texts.admin.everyone
const countedAtMost = 10_000

/** For an incident: apart from the list, and with the words typed out. */
export async function EveryoneOut() {
  const filter = { text: "", status: "active", deviceKind: null } as const
  const active = await sessionDirectory().count(filter, countedAtMost + 2)
  const others = texts.admin.table.found(active - 1, countedAtMost, texts.admin.sessions.forms)

  return (
    <Section title={words.title} description={words.description}>
      <EveryoneOutForm others={others} />
    </Section>
  )
}
