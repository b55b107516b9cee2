import type { ComponentProps } from "react"
import type { SearchProps } from "@/app/place"
import { PageHeader } from "@/components/ui/page-header"
import { readOutcome } from "@/lib/auth/outcome"
import { type AccountPage, accountPages } from "@/lib/names/account-pages"
import { AccountNotice } from "./account-notice"

interface AccountHeadProps extends SearchProps, ComponentProps<typeof PageHeader> {
  readonly page: AccountPage
}

/** The heading of a page of the settings, and how it went elsewhere, if the person comes back from there. */
export async function AccountHead({ page, searchParams, ...header }: AccountHeadProps) {
  const outcome = await readOutcome(accountPages[page], await searchParams)

  return (
    <>
      <PageHeader {...header} />
      <AccountNotice notice={outcome?.notice} />
    </>
  )
}
