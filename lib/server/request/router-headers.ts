import type { IncomingHttpHeaders } from "node:http"
import { z } from "zod"

/** What Next's router says of the page that it is on. Next fails on anything else (500). */
export function areRouterHeaders(headers: IncomingHttpHeaders): boolean {
  const { "next-url": from, "next-router-state-tree": tree } = headers
  return (from === undefined || isPath(from)) && (tree === undefined || isTree(tree))
}

/**
 * Whether it is fetched before anyone asked for it: by Next's router, or by a browser that guesses where
 * its person goes next.
 */
export function isAhead(headers: IncomingHttpHeaders): boolean {
  return (
    headers["next-router-prefetch"] !== undefined ||
    headers["next-router-segment-prefetch"] !== undefined ||
    ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
      /prefetch|prerender|preview/i.test(String(headers[name] ?? "")),
    )
  )
}

const isPath = (text: string | string[]) =>
  typeof text === "string" && text.startsWith("/") && URL.canParse(text, "http://localhost")

function isTree(text: string | string[]): boolean {
  try {
    const plain = decodeURIComponent(String(text))
    return !plain.includes("__proto__") && Tree.safeParse(JSON.parse(plain)).success
  } catch {
    return false
  }
}

const kinds = ["c", "oc", "d", "ci(..)(..)", "ci(.)", "ci(..)", "ci(...)"] as const
const interceptedKinds = ["di(..)(..)", "di(.)", "di(..)", "di(...)"] as const

const Segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.enum([...kinds, ...interceptedKinds]),
    z.array(z.string()).nullable(),
  ]),
])

/** As Next's own schema has it: a segment, what is below it, and marks of the router. */
const Tree: z.ZodType = z.lazy(() =>
  z.tuple([
    Segment,
    z.record(z.string(), Tree),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
)
