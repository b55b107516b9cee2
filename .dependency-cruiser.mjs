/**
 * What may import what. `npm test` runs it (scripts/checks/imports.test.ts); by hand: `npx depcruise app lib`.
 *
 * ARCHITECTURE.md draws the rooms; each rule here is one that a change would break by an import alone.
 */
import swc from "@swc/core"
import {
  addOn,
  addOnRules,
  doors,
  named,
  only,
  rule,
  tests,
} from "./scripts/checks/add-on-rules.mjs"

// The tool's parser takes every file for one without JSX.
const parse = swc.parseFileSync
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith("x") })

const app = "^(app|components|lib)/|^(auth|authentication|proxy|server)\\.ts$"
const inLib = (...rooms) => `^lib/(${rooms.join("|")})`
const web = named("next", "next-auth", "@auth", "react", "react-dom")
/** A room that imports anything but what is listed. */
const never = (name, path, ...not) =>
  rule(name, `${name}.`, { path, pathNot: tests }, { path: not })

export default {
  forbidden: [
    rule(
      "No circle of files",
      "Files that import one another are one file.",
      {},
      { circular: true },
    ),
    rule(
      "Everything that is imported is there",
      "Or the rules do not see it.",
      { path: app },
      { couldNotResolve: true },
    ),

    ...addOnRules,

    only(
      "lib/names imports the libraries that read names, and the add-on's words",
      inLib("names"),
      named("tr46", "ipaddr\\.js", "bowser"),
      doors,
    ),
    only(
      "lib/users imports the add-on, names, hashing and the blocklist",
      inLib("users"),
      named("crypto", "@node-rs/argon2", "@zxcvbn-ts"),
      inLib("names"),
      doors,
    ),
    only(
      "lib/server knows what a request is, and nothing of what the app does with it",
      inLib("server"),
      "^lib/[^/]+\\.ts$",
      inLib("names", "texts"),
      "^(node:|node_modules/)",
      "^[a-z_]+$",
      "^[a-z_]+/promises$",
    ),

    never("lib/server stands before Next", inLib("server"), web),
    never(
      "lib/texts knows neither the database nor the web",
      inLib("texts"),
      web,
      inLib("db", "auth", "users", "mail", "api"),
    ),
    never(
      "lib/db knows neither the web nor the edges",
      inLib("db"),
      web,
      "^(app|components|auth\\.ts)",
      inLib("auth", "api", "mail", "forms"),
    ),
    rule(
      "No test of lib/db needs the web",
      "What needs it is no test of the database.",
      { path: inLib("db") },
      { path: web },
    ),
    never(
      "The policy is data",
      "^authentication\\.ts$",
      web,
      "^(app|components)/",
      inLib("auth", "api", "mail"),
    ),
    never(
      "lib/auth knows neither the screens nor the API",
      `${inLib("auth")}|^auth\\.ts$`,
      "^(app|components)/",
      inLib("api"),
    ),
    never("lib/api knows nothing of the screens", inLib("api"), "^(app|components)/"),
    never(
      "lib/mail knows nothing of the web",
      inLib("mail"),
      web,
      "^(app|components)/|^auth\\.ts$",
      inLib("auth", "api"),
    ),
    never(
      "Components are given their data and their actions",
      "^components/",
      named("next-auth", "pg"),
      "^app/|^(auth|authentication)\\.ts$|^lib/settings\\.ts$",
      inLib("db", "auth", "api", "mail"),
    ),
    rule(
      "A page behind log-in shows under its own person's name",
      "Use <PersonalPage>.",
      { path: "^app/\\(private\\)/", pathNot: "personal-page\\.tsx$" },
      { path: "^components/ui/page\\.tsx?$" },
    ),
    never(
      "What stands before Next knows nothing of the screens",
      "^server\\.ts$",
      "^(app|components)/",
    ),

    rule(
      "Only lib/db knows Prisma",
      "Everything else asks its ports.",
      { path: `${app}|^(e2e|packages)/`, pathNot: "^lib/db/|^e2e/.*generated" },
      { path: [named("@prisma"), "generated/"], pathNot: "^e2e/.*generated/" },
    ),
    rule(
      "Only server.ts uses the room before Next",
      "It runs outside of any request of Next's.",
      { path: `${app}|^e2e/`, pathNot: `^lib/server/|^server\\.ts$|${tests}` },
      { path: inLib("server") },
    ),
    rule(
      "Only server.ts opens the database of places",
      "The pages, compiled apart from it, ask the one that it has opened.",
      { path: app, pathNot: `^lib/places/|^server\\.ts$|${tests}` },
      { path: "^lib/places/(open|database)\\.ts$" },
    ),
    never("The app does not use its own tooling", app, "^(scripts|test|e2e|bench|prisma)/"),
    never("A command needs no test to run", "^(scripts|bin)/", "^(test|e2e|bench)/"),
    rule(
      "The add-on is imported by its doors",
      "As others install it.",
      { pathNot: "^packages/" },
      { path: addOn, pathNot: doors },
    ),
    rule(
      "Browser tests see what people see",
      "The rest is a fixture's business.",
      { path: "^e2e/" },
      { path: "^(app|components|bench)/" },
    ),
    rule(
      "A browser test has no way around the pages",
      "What it needs beside them is a fixture's business.",
      { path: "^e2e/.*\\.spec\\.ts$" },
      { path: [named("pg"), inLib("db", "auth", "api"), "^auth\\.ts$"] },
    ),
  ],
  options: {
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "generated/"] },
    exclude: {
      path: [
        "^packages/[^/]+/dist/",
        "^\\.next/",
        "^examples/next-auth-prisma/",
        "^node_modules/.*/node_modules/",
      ],
    },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
}
