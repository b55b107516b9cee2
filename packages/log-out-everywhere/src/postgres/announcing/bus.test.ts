import pg from "pg"
import { afterAll, describe, expect, onTestFinished, test } from "vitest"
import { createAdopter } from "@/test/adopters/adopter"
import { describeBus } from "../../testing/bus-contract.ts"
import { fromPg } from "../from-pg.ts"
import { postgresBus } from "./bus.ts"
import { openListener } from "./listener.ts"

const adopter = await createAdopter("text")
afterAll(adopter.close)
const { query } = fromPg(adopter.pool)

let ends = 0
function anEnd() {
  const application_name = `end ${ends++}`
  const listener = openListener(
    () => new pg.Client({ connectionString: adopter.url, application_name }),
  )
  onTestFinished(listener.close)
  return { bus: postgresBus(query, listener), application_name }
}

function makeBus() {
  const [here, there] = [anEnd(), anEnd()]
  const cut = async () => {
    await adopter.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1",
      [there.application_name],
    )
  }
  return { here: here.bus, there: there.bus, cut }
}

describeBus("PostgreSQL's bus", makeBus, { describe, test, expect })

test("a listener that is closed while it connects closes", async () => {
  const listener = openListener(() => new pg.Client({ connectionString: adopter.url }))
  await listener.close()
})
