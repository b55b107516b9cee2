/** `npm run demo`: everything that a person needs to look at the project. `-- --reset` starts over. */
import { runAsDemo } from "@/lib/demo"
import { settingsProblems } from "@/lib/settings"
import { shownPeople } from "@/prisma/seed-people"
import { demand, onEnd, runLauncher } from "@/scripts/launch/launcher"
import { policyProblems } from "@/scripts/launch/policy-problems"
import { demandFreePort, ownPlace } from "@/scripts/launch/port"
import { openSampleDatabase, samplePassword } from "@/scripts/launch/sample-database"
import { placeSettings } from "@/scripts/launch/sample-places"
import { buildPagesIfStale } from "@/scripts/release/build"

await runLauncher(async (stopped) => {
  const flags = process.argv.slice(2)
  const unknown = flags.find((flag) => flag !== "--reset")
  if (unknown) throw new Error(`The demo does not know ${unknown}. It knows --reset.`)

  demand(await policyProblems())
  const place = ownPlace()
  await demandFreePort(place, "npm run demo")
  const database = await openSampleDatabase(flags.includes("--reset"))

  const address = `http://localhost:${place.port}`
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: place.host,
    PORT: String(place.port),
    AUTH_URL: address,
    AUTH_SECRET: database.authSecret,
    DATABASE_URL: database.url,
    ...placeSettings(database.folder),
  })
  demand(settingsProblems(process.env))
  await buildPagesIfStale()
  runAsDemo({ people: shownPeople, password: samplePassword })

  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)

  const people = Object.values(shownPeople).map(
    ({ name, email }) => `  ${email.padEnd(19)} ${name}`,
  )
  console.log(`
Open ${address}: its log-in page has the sample people to click. By hand, log in as

${people.join("\n")}

with the password: ${samplePassword}

Ctrl-C stops it.`)
  await stopped
})
