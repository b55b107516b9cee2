import { describe, expect, test } from "vitest"
import { describeFace } from "../testing/index.ts"
import { makeNextAuthFace } from "./face-under-test.ts"
import { PeopleAdapter } from "./people-under-test.ts"

describeFace(
  "NextAuth's own endpoints, and routes that auth gates",
  (world) => {
    const adapter = new PeopleAdapter()
    for (const name of ["ann", "bob"]) adapter.add(name)
    return makeNextAuthFace(adapter, world)
  },
  { describe, test, expect },
)
