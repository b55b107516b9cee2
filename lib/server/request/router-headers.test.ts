import fc from "fast-check"
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js"
import { expect, test } from "vitest"
import { areRouterHeaders } from "./router-headers"

const accepts = (tree: string) => areRouterHeaders({ "next-router-state-tree": tree })

const segment = fc.oneof(
  fc.string(),
  fc.tuple(
    fc.string(),
    fc.string(),
    fc.constantFrom("c", "oc", "d", "di(.)", "x"),
    fc.oneof(fc.constant(null), fc.array(fc.string()), fc.nat()),
  ),
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(segment, fc.constant({})),
    fc.tuple(segment, fc.dictionary(fc.string(), tie("tree"), { maxKeys: 2 })),
    fc.tuple(
      segment,
      fc.constant({}),
      fc.oneof(fc.constant(null), fc.tuple(fc.string(), fc.string()), fc.nat()),
      fc.constantFrom(null, "refetch", "metadata-only", "nonsense"),
      fc.oneof(fc.constant(null), fc.double()),
      fc.oneof(fc.string(), fc.constant(null)),
    ),
    fc.jsonValue(),
  ),
}))

test("whatever is let in as a state of the router is one to Next too", () => {
  let accepted = 0
  fc.assert(
    fc.property(tree, (state) => {
      const header = encodeURIComponent(JSON.stringify(state))
      if (!accepts(header)) return
      accepted++
      expect(parseAndValidateFlightRouterState(header)).toBeDefined()
    }),
    { numRuns: 300, seed: 20_261_128 },
  )
  expect(accepted).toBeGreaterThan(30)
})

test("what Next's script sends is let in", () => {
  const state = [
    "",
    {
      children: [
        "(private)",
        {
          children: [
            ["userId", "8f2c", "d", null],
            { children: ["__PAGE__", {}, null, "refetch"] },
          ],
        },
        null,
        null,
        4,
      ],
    },
    null,
    null,
    16,
  ]
  expect(accepts(encodeURIComponent(JSON.stringify(state)))).toBe(true)
})
