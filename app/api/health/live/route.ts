export { answerLiveness as GET } from "@/lib/auth/health-answer"

export const dynamic = "force-dynamic"
