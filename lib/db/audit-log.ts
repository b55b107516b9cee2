import type { AuditLog } from "@/lib/users/stores"
import type { Prisma } from "./generated/client"

export function auditLog(db: Prisma.TransactionClient): AuditLog {
  return {
    async append({ details, ...entry }) {
      const data = { ...entry, ...(details && { details: details as Prisma.InputJsonObject }) }
      await db.auditEvent.create({ data, select: { id: true } })
    },

    async hasHappened(action, targetId) {
      const event = await db.auditEvent.findFirst({
        where: { action, targetId },
        select: { id: true },
      })
      return event !== null
    },
  }
}
