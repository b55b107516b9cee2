import { answerReadiness } from "@/lib/auth/health-answer"

export const dynamic = "force-dynamic"

/** The same as /api/health/ready, under its older name. */
export function GET(): Promise<Response> {
  return answerReadiness()
}
