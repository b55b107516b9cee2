import type pg from "pg"
import { networksOf } from "@/lib/names/network-address"
import { limiterOn, waitMs } from "./limiter"

/**
 * What may come from the /48 around an IPv6 network, as a multiple of what may come from the network.
 *
 * A /48 is to IPv6 what an address is to IPv4: as much as one customer is given. Some providers put many
 * customers into one, and so it is a little more.
 */
const siteShare = 1.2

/** Counts what comes from a network address, by the networks that it lies in. */
export interface NetworkLimiter {
  /** Counts one more. Answers in how many milliseconds it would be allowed; 0 when it is. */
  consume(address: string): Promise<number>
  /** Takes one back. */
  reward(address: string): Promise<void>
}

export function networkLimiterOn(
  pool: pg.Pool,
  keyPrefix: string,
  perNetwork: number,
  windowS: number,
): NetworkLimiter {
  const networks = limiterOn(pool, keyPrefix, perNetwork, windowS)
  const sites = limiterOn(pool, `${keyPrefix}_site`, Math.ceil(siteShare * perNetwork), windowS)
  return {
    async consume(address) {
      const { network, site } = networksOf(address)
      // The network first: one that is stopped here uses up nothing of its neighbours'.
      return (await waitMs(networks.consume(network))) || (site ? waitMs(sites.consume(site)) : 0)
    },

    async reward(address) {
      const { network, site } = networksOf(address)
      await Promise.all([networks.reward(network), site && sites.reward(site)])
    },
  }
}
