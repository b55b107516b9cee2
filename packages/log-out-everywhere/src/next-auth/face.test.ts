import { describe, expect, test } from "vitest"
import { describeFace } from "../testing/index.ts"
import { makeNextAuthFace } from "./under-test/face-under-test.ts"
import { PeopleAdapter } from "./under-test/people-under-test.ts"

describeFace(
  "NextAuth's own endpoints, and routes that auth gates",
  (world) => {
    const adapter = new PeopleAdapter()
    for (const name of ["ann", "bob"]) adapter.add(name)
    return makeNextAuthFace(adapter, world)
  },
  { describe, test, expect },
)
