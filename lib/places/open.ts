import type { Logger } from "pino"
import { errorFacts } from "@/lib/error-facts"
import { isGlobalAddress } from "@/lib/names/network-address"
import type { PlaceSettings } from "@/lib/place-settings"
import { creditOf } from "./credit"
import { readDatabase, stampOf } from "./database"
import { placeIn } from "./place"
import type { Places } from "./places"

export interface OpenPlaces extends Places {
  /** Takes another file that has come in the place of this one. What cannot be read leaves the one before in use. */
  readonly look: () => Promise<void>
  readonly stop: () => void
}

const everyMs = 60_000

/** Opens the database once, and then looks each minute whether its file was replaced. Rejects with a sentence. */
export async function openPlaces(
  { file, credit }: PlaceSettings,
  log: Pick<Logger, "info" | "error">,
): Promise<OpenPlaces> {
  let stamp = await stampOf(file).catch(() => "")
  let database = await readDatabase(file)
  let isBroken = false
  const timer = setInterval(look, everyMs).unref()
  const creditLine = () => credit ?? creditOf(database.type)
  if (!creditLine()) log.info({ type: database.type }, NO_CREDIT)

  async function look() {
    const found = await stampOf(file).catch(() => "")
    if (found === stamp) return
    stamp = found
    try {
      database = await readDatabase(file)
      isBroken = false
      log.info({ type: database.type }, "the database of places was replaced")
    } catch (error) {
      log.error({ problem: (error as Error).message }, "the database of places stays as it was")
    }
  }

  return {
    look,
    stop: () => clearInterval(timer),
    get credit() {
      return creditLine()
    },
    find(addressOrNetwork, locale) {
      const [address = ""] = addressOrNetwork.split("/")
      if (!isGlobalAddress(address)) return null
      try {
        return placeIn(database.find(address), locale)
      } catch (error) {
        // A page must not fail for a broken record; that it is broken is told once.
        if (!isBroken) log.error({ error: errorFacts(error) }, "the database of places is broken")
        isBroken = true
        return null
      }
    },
  }
}

const NO_CREDIT =
  "no credit line is known for this type of database: set PLACE_CREDIT, if its licence asks for one"
