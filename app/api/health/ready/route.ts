import { answerReadiness } from "@/lib/auth/health-answer"

export const dynamic = "force-dynamic"

export function GET(): Promise<Response> {
  return answerReadiness()
}
