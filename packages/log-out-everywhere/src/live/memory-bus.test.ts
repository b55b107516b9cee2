import { describe, expect, test } from "vitest"
import { describeBus } from "../testing/bus-contract.ts"
import { memoryBus } from "./memory-bus.ts"

const makeBus = () => {
  const bus = memoryBus()
  return { here: bus, there: bus }
}

describeBus("a bus in memory", makeBus, { describe, test, expect })
