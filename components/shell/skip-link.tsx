import { words } from "@/lib/texts/words"

/** The first stop of the Tab key; goes to the element with the id `content`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only rounded-control bg-accent text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:px-4 focus:py-2"
    >
      {words("shell")("skip")}
    </a>
  )
}
