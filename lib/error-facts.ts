/** What the log may tell of an error. */
export interface ErrorFacts {
  readonly type: string
  readonly message: string
  readonly stack?: string
  readonly cause?: Omit<ErrorFacts, "stack">
}

/**
 * What an operator needs of an error to find its fault: kind, words, place, and the error beneath.
 *
 * Its words can carry what a client sent, so that nothing is kept of them that could be a secret or a
 * person's. The frames of its stack are files and lines of code.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutSecrets(String(error)) }
  const { cause } = error
  const stack = framesOf(error)
  return {
    ...headOf(error),
    ...(stack && { stack }),
    ...(cause instanceof Error && { cause: headOf(cause) }),
  }
}

const maxFrames = 12
const maxFrameLength = 200
const maxMessageLength = 500

function headOf(error: Error): Omit<ErrorFacts, "stack"> {
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined
  const type = (code ? `${error.name} ${code}` : error.name).slice(0, 100)
  return { type, message: withoutSecrets(error.message, isOfParsing(error.name, code)) }
}

/** A parser quotes what it could not read, which is a client's. PostgreSQL's class 22 are bad values. */
const isOfParsing = (name: string, code: string | undefined) =>
  name === "SyntaxError" || /^22[0-9A-Z]{3}$/.test(code ?? "")

const framesOf = ({ stack = "" }: Error) =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, maxFrames)
    .map((line) => line.trim().slice(0, maxFrameLength))
    .join("\n")

/**
 * A text without what may be a secret or a person's: passwords in addresses, e-mail addresses, queries,
 * anything long and random, and what stands in quotes, unless it reads like a name in the code.
 */
export function withoutSecrets(text: string, isOfParsing = false): string {
  return (isOfParsing ? text.replace(/["'`].*/s, "…") : text)
    .slice(0, 4 * maxMessageLength)
    .replaceAll(/\/\/[^\s/@]*@/g, "//[hidden]@")
    .replaceAll(/[^\s"'`<>@]+@[^\s"'`<>@]+/g, "[email]")
    .replaceAll(/\?[^\s"'`]*=[^\s"'`]*/g, "?[hidden]")
    .replaceAll(/[\w+/=-]{32,}/g, "[hidden]")
    .replaceAll(/(["'`])(.*?)\1/gs, (quoted, quote: string, inside: string) =>
      isName(inside) ? quoted : `${quote}…${quote}`,
    )
    .slice(0, maxMessageLength)
}

/** `prisma.token.count()`, "Token_hash_key", 'reading': without blanks, unlike a sentence. */
const isName = (text: string) => /^[\w.$:()[\]-]{1,63}$/.test(text)
