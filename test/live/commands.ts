/** Whatever may happen to two processes that keep answers, as fast-check makes it up. */
import fc from "fast-check"

const kindOf = <Kind extends string>(kind: Kind) => fc.constant(kind)
const at = fc.constantFrom(0, 1)
const person = fc.constantFrom(0, 1)
const session = fc.nat(2)
/** Parts of the lease's length. */
const time = fc.constantFrom(0.3, 0.6, 1.1, 1.6)
const isAwaited = fc.boolean()

const command = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: kindOf("log in"), at, person }) },
  { weight: 16, arbitrary: fc.record({ kind: kindOf("check"), at, session, isAwaited }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("touch"), at, session, isAwaited }) },
  { weight: 3, arbitrary: fc.record({ kind: kindOf("revoke"), at, session, isAwaited }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kindOf("change the password"),
      at,
      person,
      spared: fc.option(session),
      isAwaited,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("rotate"), at, session }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("delete by hand"), session, isAwaited }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("disable by hand"), person }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("enable by hand"), person }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("silence"), at }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("speak"), at }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("cut"), at }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf("delay"), at, time }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kindOf("answer late"), at, time: fc.constantFrom(0.05, 0.15) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kindOf("pause"),
      at,
      time,
      isSuspended: fc.boolean(),
      isAwaited,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOf("set the clock"),
      at,
      time,
      isBack: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kindOf("wait"), time }) },
)

export type Command = typeof command extends fc.Arbitrary<infer Made> ? Made : never
export const story = fc.array(command, { minLength: 5, maxLength: 14 })
