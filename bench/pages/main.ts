/** `npm run bench -- pages`: how quick the pages are on a phone, as Lighthouse judges it. */

import { demandMet, targetLine } from "@/bench/report"
import { scriptFloor } from "@/e2e/support/page-cost"
import { onEnd } from "@/scripts/launch/launcher"
import { sessionCookieName } from "@/test/http/session-cookie"
import { issueTo, openWorld } from "@/test/world/people"
import { startSampleApp } from "@/test/world/sample-app"
import { measureFloor } from "./floor"
import { openLighthouse } from "./lighthouse"
import { type Figures, leastIndex, pagesTable, verdictOf } from "./report"

const paths = ["/login", "/account/security", "/admin/sessions", "/admin/users", "/admin/audit"]

/** Odd, so that there is one in the middle. */
const runs = 5

export async function benchPages(): Promise<void> {
  const { app, database, stop } = await startSampleApp()
  onEnd(stop)
  const { audit, close } = await openLighthouse()
  onEnd(close)
  const cookie = `${sessionCookieName}=${await administratorsSecret(database)}`

  const figures: Figures[] = []
  for (const path of paths) {
    const headers = path === "/login" ? {} : { Cookie: cookie }
    const audits = []
    for (let run = 0; run < runs; run++) audits.push(await audit(app.url + path, headers))
    figures.push({ path, audits })
  }
  console.log(`\n${pagesTable(figures)}\n`)
  checkFloor()
  const targets = verdictOf(figures)
  if (!targets) {
    console.log(
      `No verdict: this machine's index is below ${leastIndex}, too slow or too busy to judge by.`,
    )
    return
  }
  for (const target of targets) console.log(targetLine(target))
  demandMet(targets)
}

/** The browser test of what pages cost takes it from what it counts. */
function checkFloor() {
  const measured = measureFloor()
  console.log(`Scripts of a bare page: ${measured} bytes`)
  if (Math.abs(measured - scriptFloor) > 500) {
    throw new Error(`e2e/support/page-cost.ts says ${scriptFloor}: put ${measured} there.`)
  }
}

async function administratorsSecret(urls: { url: string; ownerUrl: string }): Promise<string> {
  const world = openWorld(urls)
  const [admin] = await world.sql<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [
    "admin@example.com",
  ])
  if (!admin) throw new Error("The sample people have no administrator.")
  const { secret } = await issueTo(world, { id: admin.id, address: "192.0.2.1" })
  await world.close()
  return secret
}
