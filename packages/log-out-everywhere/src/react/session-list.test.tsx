import { readFileSync } from "node:fs"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { SessionList } from "./index.ts"
import { actions, now, rowsOf, session, shown } from "./list-under-test.tsx"

test("this session stands first and says so in words; then comes what was used last", () => {
  const rows = rowsOf(
    shown([
      session("old", { title: "Old", lastActiveAt: new Date("2026-04-01") }),
      session("used", { title: "Used" }),
      session("here", { title: "Here", lastActiveAt: new Date("2026-01-01") }),
    ]),
  )
  const titles = rows.map((row) => /<bdi>(\w+)/.exec(row)?.[1])
  expect(titles).toEqual(["Here", "Used", "Old"])
  expect(rows.map((row) => row.includes("This device"))).toEqual([true, false, false])
})

test("the list can be skipped, by a link before it to a place after it", () => {
  const markup = shown([session("here")])
  const [, id] = /<a data-loe="skip" href="#([^"]+)"/.exec(markup) ?? []
  expect(markup.indexOf("Skip this list")).toBeLessThan(markup.indexOf('<ul data-loe="list">'))
  expect(markup.indexOf(`id="${id}"`)).toBeGreaterThan(markup.indexOf("</ul>"))
})

test("sessions of one browser stand together, under the name that its owner gave it", () => {
  const work = { browserId: "b", browserName: "Work phone" }
  const markup = shown([
    session("here"),
    session("one", work),
    session("between", { lastActiveAt: new Date("2026-05-04T11:00:00Z") }),
    session("two", { ...work, lastActiveAt: new Date("2026-05-04T11:30:00Z") }),
  ])
  const group = markup.slice(markup.indexOf('<li data-loe="browser"'))
  expect(group).toMatch(/<bdi>Work phone<\/bdi> <span>2 sessions<\/span>/)
  const [, titleId] = /<p id="([^"]+)" data-loe="browser-title"/.exec(group) ?? []
  expect(rowsOf(group.slice(0, group.indexOf("</ul>")))).toHaveLength(2)
  expect(group).toContain(`<ul aria-labelledby="${titleId}"`)
  expect(markup.match(/data-loe="browser"/g)).toHaveLength(1)
})

test("each act is a form that works without scripts, with the id of its session", () => {
  const markup = shown([session("here"), session("other", { browserId: "b" })])
  for (const [act, address] of Object.entries(actions)) {
    if (act === "recognise" || act === "report") continue
    expect(markup).toContain(`<form data-loe-act="${act}" action="${address}" method="post">`)
  }
  const [, other] = rowsOf(markup)
  expect(other).toContain('<input type="hidden" name="tokenId" value="other"/>')
  expect(other).toContain('<input type="hidden" name="browserId" value="b"/>')
})

test("what no action is given for is not offered", () => {
  const others = [session("here"), session("other", { browserId: "b", isNew: true })]
  const markup = shown(others, { actions: { logOut: "/log-out-device" } })
  expect([...markup.matchAll(/data-loe-act="(\w+)"/g)].map(([, act]) => act)).toEqual(["logOut"])
  expect(markup).not.toContain("New")
})

test("a new browser is asked about where its owner can answer, with all that is known of it to see", () => {
  const [, row = ""] = rowsOf(shown([session("here"), session("new", { isNew: true })]))
  expect(row).toContain("New")
  expect([...row.matchAll(/data-loe-act="(\w+)"/g)].map(([, act]) => act)).toEqual([
    "logOut",
    "recognise",
    "report",
  ])
  expect(row).toContain("<dt>User agent</dt><dd>Mozilla/5.0 (Android 16)</dd>")
  expect(row).not.toContain("<summary")
})

test("logging out the others is named with their number, and cannot be pressed without any", () => {
  expect(shown([session("here"), session("other")])).toMatch(
    /<button type="submit">Log out other devices \(1\)/,
  )
  expect(shown([session("here")], { others: 1_200 })).toContain("Log out other devices (1,200)")
  expect(shown([session("here")])).toMatch(/disabled="">Log out other devices \(0\)/)
})

test("an app's own words stand for ours, with what changes where they say", () => {
  const words = { thisDevice: "Dieses Gerät", lastActive: "{time} aktiv", skip: "Weiter" }
  const markup = shown([session("here"), session("other")], { words, locale: "de" })
  expect(markup).toMatch(
    /<span><time dateTime="2026-05-04T10:00:00.000Z">vor 2 Stunden<\/time><span> aktiv<\/span><\/span>/,
  )
  expect(markup).toContain("Dieses Gerät")
  expect(markup).toContain(">Log out<")
})

test("what is not known is called unknown, and what people wrote is marked off and escaped", () => {
  const markup = shown([
    session("here", { browserName: "<b>\u05D0" }),
    {
      ...session("bare"),
      title: undefined as never,
      device: { address: null, userAgent: null },
    },
  ])
  expect(markup).toContain("<bdi>&lt;b&gt;\u05D0</bdi>")
  expect(markup).toContain("<bdi>Unknown device</bdi>")
  expect(markup).toContain("<bdi>Unknown IP address</bdi>")
  expect(markup).toContain("<bdi>203.0.113.9</bdi>")
})

test("times are relative, with a switch at the head, and as an app says that has its own switch", () => {
  const relative = shown([session("here"), session("other")])
  expect(relative).toContain(">2 hours ago</time>")
  expect(relative).toContain(">Show exact times</button>")
  const exact = shown([session("here"), session("other")], { isExact: true })
  expect(exact).not.toContain("2 hours ago")
  expect(exact.match(/>4 May 2026, 10:00 UTC</g)).toHaveLength(3)
  expect(exact).not.toContain("Show exact times")
})

test("an app renders the acts itself, and the icon, where it says so", () => {
  const markup = renderToStaticMarkup(
    <SessionList
      sessions={[session("here", { title: "Here" }), session("other")]}
      currentId="here"
      now={now}
      acts={["logOut"]}
      renderAct={({ act, name }) => <b>{`${act}: ${name}`}</b>}
      renderIcon={({ id }) => <i>{id}</i>}
    />,
  )
  expect(markup).toContain("<b>logOut: Log out Firefox on Android, started 3 May</b>")
  expect(markup).toContain('<span data-loe="icon"><i>other</i></span>')
  expect(markup).not.toContain("<form")
})

test("the stylesheet touches nothing but the list", () => {
  const css = readFileSync(new URL("style.css", import.meta.url), "utf8")
  const selectors = [...css.matchAll(/:where\(([^{]+)\)[^{(]*\{/g)].flatMap(([, list = ""]) =>
    list.split(", "),
  )
  expect(selectors.length).toBeGreaterThan(20)
  expect(
    selectors.filter((selector) => !/^(?:div)?\[data-loe(?:-act)?[\]=]/.test(selector)),
  ).toEqual([])
  expect(css.replace(/\/\*.*?\*\//gs, "").match(/^\s*[^@:\s}][^{;]*\{/gm)).toBeNull()
})
