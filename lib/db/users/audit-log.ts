import { prismaQuery } from "log-out-everywhere/postgres"
import type { Prisma } from "@/lib/db/generated/client"
import { addRefusal } from "@/lib/db/refusal-counts"
import type { AuditLog } from "@/lib/users/ports/stores"

export function auditLog(db: Prisma.TransactionClient): AuditLog {
  return {
    async append({ details, ...entry }) {
      const data = { ...entry, ...(details && { details: details as Prisma.InputJsonObject }) }
      return (await db.auditEvent.create({ data, select: { id: true } })).id
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
