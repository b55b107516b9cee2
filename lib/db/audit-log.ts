import { prismaQuery } from "log-out-everywhere/postgres"
import type { AuditLog } from "@/lib/users/stores"
import type { Prisma } from "./generated/client"
import { addRefusal } from "./refusal-counts"

export function auditLog(db: Prisma.TransactionClient): AuditLog {
  return {
    async append({ details, ...entry }) {
      const data = { ...entry, ...(details && { details: details as Prisma.InputJsonObject }) }
      await db.auditEvent.create({ data, select: { id: true } })
    },

    appendCounted: (entry, door) => addRefusal(prismaQuery(db), entry, door),

    async hasHappened(action, targetId) {
      const event = await db.auditEvent.findFirst({
        where: { action, targetId },
        select: { id: true },
      })
      return event !== null
    },
  }
}
