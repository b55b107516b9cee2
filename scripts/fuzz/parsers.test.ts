import { expect, test, vi } from "vitest"
import { parserLaws } from "./parsers"

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nothing")
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")

test.each(Object.entries(parserLaws))("%s", async (_, law) => {
  await expect(law(2_000, Date.now())).resolves.toBeUndefined()
})
