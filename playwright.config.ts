import { defineConfig } from "playwright/test"
import { freePort } from "@/scripts/postgres/embedded-server"
import { findBrowser } from "@/test/world/browser"

// Each worker reads this file again and must come to the same answers.
process.env.LOE_TEST_PORT ??= String(await freePort())
process.env.LOE_TEST_BROWSER ??= JSON.stringify(await findBrowser())
const { executablePath, env } = JSON.parse(process.env.LOE_TEST_BROWSER)

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./test/playwright-setup.ts",
  // Browsers and servers wait for each other, so that of two cores two workers leave some idle. A fourth makes
  // everything dearer: 604 seconds of processor with three, 750 with four.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  reporter: "list",
  // A busy machine is no failure: a page that is refused its stream asks after 30 seconds at the latest.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  use: {
    baseURL: `http://localhost:${process.env.LOE_TEST_PORT}`,
    // What never comes is named, and not only the test that waits for it.
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    trace: "off",
    // As wide as a laptop's, and lower: a twentieth of a run went into painting what no test looks at.
    viewport: { width: 1280, height: 480 },
    launchOptions: {
      executablePath,
      // Chromium's sandbox does not start as root, nor in most containers.
      args: ["--no-sandbox"],
      env: { ...process.env, ...env },
    },
  },
  projects: [
    { name: "chromium", testIgnore: "whole-run.spec.ts" },
    // What it looks through is what the others leave behind.
    { name: "whole run", testMatch: "whole-run.spec.ts", dependencies: ["chromium"] },
  ],
})
