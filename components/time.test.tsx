import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { BrowserWords } from "@/components/shell/browser-words"
import { ClockProvider } from "./clock"
import { ExactTime, Time } from "./time"

const now = new Date("2026-11-29T12:00:00Z")
const at = new Date("2026-11-29T10:00:00Z")

const shown = (isExact: boolean, moment = <Time at={at} />) =>
  renderToStaticMarkup(
    <BrowserWords rooms={["time"]}>
      <ClockProvider now={now} isExact={isExact}>
        {moment}
      </ClockProvider>
    </BrowserWords>,
  )

test("a moment is the distance from the page's now, in as few words of HTML as that takes, and no stop of the Tab key", () => {
  expect(shown(false)).toBe('<time dateTime="2026-11-29T10:00:00.000Z">2 hours ago</time>')
})

test("a person who wants exact times gets them everywhere, in UTC until their zone is known", () => {
  const exact = '<time dateTime="2026-11-29T10:00:00.000Z">29 Nov 2026, 10:00 UTC</time>'
  expect(shown(true)).toBe(exact)
  expect(shown(false, <ExactTime at={at} />)).toBe(exact)
})
