/** What may import what inside of the add-on, and how rules are written. */
export const tests = "\\.test\\.tsx?$|-under-test\\.tsx?$"
export const addOn = "^packages/log-out-everywhere/src"
export const doors = `${addOn}/(core|live|next|next-auth|page|postgres|react|testing|web)/index\\.ts$|${addOn}/react/style\\.css$`

/** Modules by their names: a package with all that is in it, or one of Node's own. */
export const named = (...names) =>
  `^(node:|node_modules/|node_modules/@types/|)(${names.join("|")})(/|$)`
export const inAddOn = (...rooms) => `${addOn}/(${rooms.join("|")})/`

export const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })
/** A room that imports what is listed, and nothing else. */
export const only = (name, path, ...may) =>
  rule(
    name,
    `${name}: everything else is refused.`,
    { path, pathNot: tests },
    { pathNot: [path, ...may] },
  )

export const addOnRules = [
  only("The core imports Node's crypto", inAddOn("core"), named("crypto"), `${addOn}/acts/`),
  only("The core's shapes import nothing", `${addOn}/core/shapes/`),
  rule(
    "The door of the core alone opens the acts",
    "The core knows nothing of them.",
    { path: inAddOn("core"), pathNot: `${addOn}/core/index\\.ts$|${tests}` },
    { path: inAddOn("acts") },
  ),
  only("The acts import the core", inAddOn("acts"), inAddOn("core")),
  only("What is live imports the core", inAddOn("live"), inAddOn("core")),
  only("What an open page runs imports nothing", inAddOn("page")),
  only(
    "The store on PostgreSQL imports Node's net, the core and what is live",
    inAddOn("postgres"),
    named("net"),
    inAddOn("core", "live"),
  ),
  only("The web imports the core and the acts", inAddOn("web"), inAddOn("core", "acts")),
  only(
    "Next's door imports its request scope, React's cache and the web",
    inAddOn("next"),
    "^(node_modules/)?next/headers",
    named("react"),
    inAddOn("core", "acts", "web"),
  ),
  only(
    "NextAuth's door imports NextAuth, Next and the web",
    inAddOn("next-auth"),
    named("next-auth", "next", "react", "async_hooks"),
    inAddOn("core", "acts", "web"),
  ),
  only(
    "The list of sessions imports React and the core",
    inAddOn("react"),
    named("react"),
    inAddOn("core"),
  ),
  only(
    "What tests take imports Node's crypto, the core, the acts and what is live",
    inAddOn("testing"),
    named("crypto"),
    inAddOn("core", "acts", "live"),
  ),
  only(
    "The command imports Node's own, the core and the store",
    inAddOn("cli"),
    named("util", "path", "fs", "readline"),
    inAddOn("core", "postgres"),
  ),
]
