import type { RevocationBus } from "log-out-everywhere/live"
import { postgresBus } from "log-out-everywhere/postgres"
import { processWide } from "@/lib/process-wide"
import { listener } from "./listener"
import { poolQuery } from "./query"

/** This process's end of the bus on which PostgreSQL announces whose tokens have changed, made on first use. */
export const bus = (): RevocationBus =>
  // By the pool by which people act: what is heard of it shows that both are of one database.
  processWide("bus", () => postgresBus(poolQuery(), listener()))
