import { z } from "zod"
import { parseSearch, spanOf } from "@/app/(private)/admin/audit/search"
import { hrefOf } from "@/app/(private)/admin/search-params"

/** What a report is about, as its address says it: one act, or a span of time. */
export interface ReportSearch {
  readonly act: string | null
  readonly from: Date | null
  readonly until: Date | null
}

const Act = z.object({ act: z.string().nullable().catch(null) })

export const parseReport = (params: object): ReportSearch => ({
  ...Act.parse({ act: null, ...params }),
  ...spanOf(parseSearch(params)),
})

export const reportPath = "/admin/audit/report"

interface ReportAddress {
  readonly act?: string | null
  /** As a field of a form has it, in UTC. */
  readonly from?: string | null
  readonly until?: string | null
}

export const reportHref = (about: ReportAddress) => hrefOf(reportPath, { ...about })
export const reportJsonHref = (about: ReportAddress) => hrefOf(`${reportPath}.json`, { ...about })
