/** Whatever may be asked of a token store, as fast-check makes it up. */
import fc from "fast-check"

const kindOf = <Kind extends string>(kind: Kind) => fc.constant(kind)
const owner = fc.constantFrom(0, 1)
const token = fc.nat(7)
const named = fc.constantFrom("session", "api", "report")
const purpose = fc.constantFrom("session", "api", "report", "browser")
const mostly = (usual: number, ...others: number[]) =>
  fc.constantFrom(usual, usual, usual, ...others)

export const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kindOf("insert"),
      owner,
      purpose,
      openedIn: fc.option(token),
      ahead: mostly(0, -1, 1),
      idleIn: mostly(50, -1),
      expiresIn: mostly(500, -1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kindOf("touch"), token, ago: fc.constantFrom(0, 1, 20) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kindOf("rotate"), token, isRight: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: kindOf("revoke one"), owner, token, purpose }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("hold"), token }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOf("revoke everywhere"),
      owner,
      purposes: fc.uniqueArray(named),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kindOf("raise the epoch"),
      owner,
      purposes: fc.uniqueArray(named),
      spared: fc.option(token),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kindOf("forget the browser of"), owner, token }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kindOf("revoke a browser"), owner, token, current: token }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOf("make room"),
      owner,
      token,
      purpose: fc.constantFrom("session", "browser"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("leave behind"), owner }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("void"), purpose }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("disable"), owner, isDisabled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("count"), owner }) },
)

export type Command = typeof command extends fc.Arbitrary<infer Made> ? Made : never
