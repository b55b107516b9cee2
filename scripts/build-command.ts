import { build } from "./build"
import { runLauncher } from "./launcher"

await runLauncher(() => build())
