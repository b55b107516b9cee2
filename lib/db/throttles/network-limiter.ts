import type pg from "pg"
import { networksOf } from "@/lib/names/network-address"
import type { Stop } from "@/lib/users/ports/throttle"
import { limiterOn, stopAt } from "./limiter"

/**
 * What may come from the /48 around an IPv6 network, as a multiple of what may come from the network.
 *
 * A /48 is to IPv6 what an address is to IPv4: as much as one customer is given. Some providers put many
 * customers into one, and so it is a little more.
 */
const siteShare = 1.2

/** Counts what comes from a network address, by the networks that it lies in. */
export interface NetworkLimiter {
  /** Counts one more, and says why it may not be, if it may not. */
  consume(address: string): Promise<Stop | null>
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
      return (await stopAt(networks, network)) ?? (site ? stopAt(sites, site) : null)
    },

    async reward(address) {
      const { network, site } = networksOf(address)
      await Promise.all([networks.reward(network), site && sites.reward(site)])
    },
  }
}
