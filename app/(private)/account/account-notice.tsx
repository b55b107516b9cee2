import { PageNotice } from "@/components/acts/page-notice"
import { group } from "@/lib/texts/words"

const good = ["linked", "proved", "email_changed"]

/** How it went elsewhere, for a person who comes back from there: from a provider, or from a mailed link. */
export function AccountNotice({ notice }: { readonly notice: string | undefined }) {
  const known: Readonly<Record<string, string>> = group("security", "notices")
  const text = notice && known[notice]
  if (!text) return null
  return <PageNotice tone={good.includes(notice) ? "good" : "care"}>{text}</PageNotice>
}
