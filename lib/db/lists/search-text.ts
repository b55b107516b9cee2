/** A LIKE pattern for texts that contain this one as it stands. PostgreSQL's texts have no NUL. */
export function containing(text: string): string {
  return `%${text.replaceAll("\0", "").replace(/[\\%_]/g, "\\$&")}%`
}
