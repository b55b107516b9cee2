import lighthouse from "lighthouse"
import { freePort } from "@/scripts/postgres/embedded-server"
import { launchBrowser } from "@/test/world/browser"
import type { Audit } from "./report"

/** One browser for all audits. Each begins with an empty cache, on a phone with a slow network, simulated. */
export async function openLighthouse() {
  const port = await freePort()
  const browser = await launchBrowser(`--remote-debugging-port=${port}`)
  return {
    audit: (url: string, headers: Record<string, string>) => auditOf(url, headers, port),
    close: () => browser.close(),
  }
}

async function auditOf(url: string, extraHeaders: Record<string, string>, port: number) {
  const result = await lighthouse(url, {
    port,
    extraHeaders,
    onlyCategories: ["performance"],
    formFactor: "mobile",
    throttlingMethod: "simulate",
    logLevel: "error",
  })
  if (!result) throw new Error(`${url} was not audited.`)
  const { categories, audits, environment, finalDisplayedUrl, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
  if (finalDisplayedUrl !== url) throw new Error(`${url} led to ${finalDisplayedUrl}.`)
  const figure = (id: string) => audits[id]?.numericValue ?? Number.NaN
  return {
    score: Math.round((categories.performance?.score ?? 0) * 100),
    firstPaintMs: figure("first-contentful-paint"),
    largestPaintMs: figure("largest-contentful-paint"),
    blockedMs: figure("total-blocking-time"),
    shift: figure("cumulative-layout-shift"),
    benchmarkIndex: environment.benchmarkIndex,
  } satisfies Audit
}
