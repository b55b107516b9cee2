/** The same as /api/health/ready, under its older name. */
export { answerReadiness as GET } from "@/lib/auth/health-answer"

export const dynamic = "force-dynamic"
