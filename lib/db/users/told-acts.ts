import { channel } from "node:diagnostics_channel"
import type { AuditEntry, AuditLog } from "@/lib/users/ports/stores"

const name = "log-out-everywhere:act"

/** Has each act that has been done and written down told to the hearer, in whichever copy of this module. */
export function hearActs(hear: (act: AuditEntry) => void): void {
  channel(name).subscribe((act) => hear(act as AuditEntry))
}

export const tellAct = (act: AuditEntry): void => channel(name).publish(act)

/** An audit log that also tells of its entries. Inside a transaction they are kept until it is through. */
export const telling = (audit: AuditLog, tell = tellAct): AuditLog => ({
  ...audit,
  async append(entry) {
    const id = await audit.append(entry)
    tell(entry)
    return id
  },
})
