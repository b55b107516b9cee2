/** An app may take the language from what a browser says, and so be made to keep any number of them. */
const most = 100

/** Makes a format once for each language and time zone: making one takes a hundred times what using it does. */
export function keptFormat<Format>(make: (locale: string, timeZone?: string) => Format) {
  const made = new Map<string, Format>()
  return (locale: string, timeZone?: string): Format => {
    const key = `${locale} ${timeZone}`
    const known = made.get(key)
    if (known) return known
    if (made.size >= most) made.clear()
    const format = make(locale, timeZone)
    made.set(key, format)
    return format
  }
}
