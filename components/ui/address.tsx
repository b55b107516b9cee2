const groupsInALine = 4
const maxLengthInALine = 24

/** A network address, which stays in one line. A long one may go on in a second, after its fourth group. */
export function Address({ children }: { readonly children: string }) {
  if (children.length <= maxLengthInALine) return <span className="tabular-nums">{children}</span>

  const groups = children.split(/(?<=:)/)
  return (
    <span className="tabular-nums">
      <span>{groups.slice(0, groupsInALine).join("")}</span>
      <wbr />
      <span>{groups.slice(groupsInALine).join("")}</span>
    </span>
  )
}
