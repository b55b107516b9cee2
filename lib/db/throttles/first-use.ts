import { connection } from "@/lib/db/client"
import { limiterOn, waitMs } from "./limiter"

/** Whether nobody, in any process, has asked for this name in so many seconds before. */
export async function isFirstUse(name: string, seconds: number): Promise<boolean> {
  return (await waitMs(limiterOn(connection().pool, "use", 1, seconds).consume(name))) === 0
}
