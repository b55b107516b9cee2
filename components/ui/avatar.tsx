/** A person's first letters. Decoration: the name stands beside it. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span aria-hidden className="avatar">
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("")
}
