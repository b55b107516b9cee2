import { expect, test, vi } from "vitest"
import { parserLaws } from "./parsers"

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nothing")
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")

// The same inputs in every run: chance belongs to `npm run soak -- fuzz`.
const seed = 20_261_124

test.each(Object.entries(parserLaws))("%s", async (_, law) => {
  await expect(law.check(1_000, seed)).resolves.toBeUndefined()
})
