import { z } from "zod"
import { hrefOf } from "@/app/(private)/admin/search-params"
import type { Span } from "@/lib/db/incidents/overview"

/** What an administrator can look back over, in about as many steps as a phone has room for. */
export const spans = {
  day: { steps: 24, stepHours: 1 },
  week: { steps: 28, stepHours: 6 },
  month: { steps: 30, stepHours: 24 },
  quarter: { steps: 30, stepHours: 72 },
} as const satisfies Record<string, Span>

export type SpanName = keyof typeof spans

export const spanNames = Object.keys(spans) as SpanName[]

const Search = z.object({ span: z.enum(spanNames).catch("day") })

export const parseSpan = (params: object): SpanName => Search.parse(params).span

export const overviewHref = (span: SpanName) =>
  hrefOf("/admin", { span: span === "day" ? null : span })
