import { sessionsPath } from "@/app/(private)/admin/sessions/search"

/** The page of one sweep. */
export const sweepHref = (id: string) => `${sessionsPath}/revocations/${id}`
