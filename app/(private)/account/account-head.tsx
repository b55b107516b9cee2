import type { ComponentProps } from "react"
import type { SearchProps } from "@/app/place"
import { PageNotice } from "@/components/acts/page-notice"
import { PageHeader } from "@/components/ui/page-header"
import { readOutcome } from "@/lib/auth/outcome"
import { type AccountPage, accountPages } from "@/lib/names/account-pages"
import { group } from "@/lib/texts/words"

interface AccountHeadProps extends SearchProps, ComponentProps<typeof PageHeader> {
  readonly page: AccountPage
}

const good = ["linked", "proved", "email_changed"]

/** The heading of a page of the settings, and how it went elsewhere, if the person comes back from there. */
export async function AccountHead({ page, searchParams, ...header }: AccountHeadProps) {
  const outcome = await readOutcome(accountPages[page], await searchParams)
  const texts: Readonly<Record<string, string>> = group("security", "notices")
  const text = outcome && texts[outcome.notice]

  return (
    <>
      <PageHeader {...header} />
      {text && (
        <PageNotice tone={good.includes(outcome.notice) ? "good" : "care"}>{text}</PageNotice>
      )}
    </>
  )
}
