/** `npm run build`. With --if-stale it leaves a build alone that was made from these sources. */
import { build, isBuildCurrent } from "./build"
import { runLauncher } from "./launcher"

await runLauncher(async () => {
  if (process.argv.includes("--if-stale") && isBuildCurrent()) return
  await build()
})
