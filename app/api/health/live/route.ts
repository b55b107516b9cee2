import { answerLiveness } from "@/lib/auth/health-answer"

export const dynamic = "force-dynamic"

export function GET(): Response {
  return answerLiveness()
}
