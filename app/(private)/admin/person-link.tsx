import { TextLink } from "@/components/ui/text-link"
import { shownEmail } from "@/lib/names/shown-email"

interface PersonLinkProps {
  readonly person: { readonly id: string; readonly email: string; readonly name: string | null }
}

/** A person by name, and the address under it. A column is as wide as they need, up to a limit: only there they break. */
export function PersonLink({ person: { id, email, name } }: PersonLinkProps) {
  return (
    <div className="min-w-0 wrap-break-word lg:max-w-60">
      <TextLink href={`/admin/users/${id}`}>
        <bdi>{name ?? shownEmail(email)}</bdi>
      </TextLink>
      {name && <p className="text-[0.8125rem] text-ink-soft">{shownEmail(email)}</p>}
    </div>
  )
}
