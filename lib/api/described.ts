import { type Words, words } from "@/lib/texts/words"

type Key = Parameters<Words<"api">>[0]

/** What the document says of a schema, in the language in which it is asked for: a schema outlives requests. */
export const described = (key: Key, id?: string) => ({
  ...(id && { id }),
  get description() {
    return (words("api") as (key: Key) => string)(key)
  },
})
