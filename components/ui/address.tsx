const groupsInALine = 4
const maxLengthInALine = 24

interface AddressProps {
  /** Where it seems to be, in words. */
  readonly place?: string | null
  readonly children: string
}

/** A network address, and where it seems to be. */
export function Address({ place, children }: AddressProps) {
  return (
    <>
      <Groups>{children}</Groups>
      {place && (
        <>
          {" "}
          <span aria-hidden className="mx-0.5 text-ink-faint">
            ·
          </span>{" "}
          <span>{place}</span>
        </>
      )}
    </>
  )
}

/** Isolated, or a line from right to left would tear it apart. It stays in one line. A long one may go on in a second, after its fourth group. */
function Groups({ children }: { readonly children: string }) {
  if (children.length <= maxLengthInALine) return <bdi className="tabular-nums">{children}</bdi>

  const groups = children.split(/(?<=:)/)
  return (
    <bdi className="tabular-nums">
      <span>{groups.slice(0, groupsInALine).join("")}</span>
      <wbr />
      <span>{groups.slice(groupsInALine).join("")}</span>
    </bdi>
  )
}
