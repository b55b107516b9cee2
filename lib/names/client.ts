import bowser from "bowser"
import { hintsIn } from "./client-hints"
import { cutLine } from "./line"

export const deviceKinds = ["desktop", "phone", "tablet", "script", "unknown"] as const

export type DeviceKind = (typeof deviceKinds)[number]

/** What a client says that it is. Every word of it may be made up. */
export interface Client {
  /** The browser, app or program. Null where it does not say, or says only what every browser says. */
  readonly name: string | null
  /** Whether we know such a program. Any other name is the client's own words, and must be shown as such. */
  readonly isKnown: boolean
  readonly system: string | null
  /** The client's own words too. */
  readonly model: string | null
  readonly kind: DeviceKind
}

const maxNameLength = 60
const maxReadLength = 1_200

export function readClient(userAgent: string | null): Client {
  if (!userAgent) return { name: null, isKnown: false, system: null, model: null, kind: "unknown" }
  const text = userAgent.slice(0, maxReadLength)
  const { browser, os, platform } = bowser.parse(text)
  const hints = hintsIn(text)
  const system = hints.system ?? bsdIn(text) ?? os.name ?? null
  const kind = kindOf(text, platform.type, os.name)
  const named = hints.brand ?? appIn(text) ?? (isProgram(text) ? programIn(text) : browser.name)
  const name = cutLine(named ?? "", maxNameLength).replace(/ for Android$/, "")
  // Every browser says that it is Mozilla, and a television's says the name of its system.
  const isNothing = name === "" || name === "Mozilla" || name === system
  return {
    name: isNothing ? null : name,
    isKnown: known.has(name),
    system,
    model: hints.model,
    kind,
  }
}

/** Browsers inside of apps, and those that call themselves Chrome or Safari as well. The first that fits. */
const apps: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bFBAN\/Messenger|\bOrca-Android\b|\bMessengerForiOS\b/, "Messenger"],
  [/\bInstagram[ /]\d/, "Instagram"],
  [/\bFB(?:AN|AV|_IAB)\//, "Facebook"],
  [/musical_ly|BytedanceWebview|\bTikTok\b|\btrill_/i, "TikTok"],
  [/LinkedInApp/, "LinkedIn"],
  [/\bLine\/\d/, "LINE"],
  [/KAKAOTALK/i, "KakaoTalk"],
  [/MicroMessenger\//, "WeChat"],
  [/\bSnapchat[ /]/, "Snapchat"],
  [/\bPinterest[ /]/, "Pinterest"],
  [/\bTwitter for |\bTwitterAndroid\b/, "X"],
  [/\bGSA\//, "Google Search"],
  [/\b(?:DuckDuckGo|Ddg)\//, "DuckDuckGo"],
  [/\bHuaweiBrowser\//, "Huawei Browser"],
  [/\bMiuiBrowser\//, "Mi Browser"],
  [/\bBrave\//, "Brave"],
  // Android marks a page inside of some app; an iPhone's leaves out what Safari says of itself.
  [/; wv\)|^Dalvik\//, "App"],
  [/\((?:iPhone|iPad|iPod)(?!.*\b(?:Safari|Version)\/).*AppleWebKit\//, "App"],
]

const appIn = (text: string) => apps.find(([sign]) => sign.test(text))?.[1]

const bsdIn = (text: string) => /\b(?:FreeBSD|OpenBSD|NetBSD|DragonFly)\b/.exec(text)?.[0]

/** "My%20App/12 CFNetwork/1490 Darwin/23": Apple's own library writes what is no letter in percents. */
function programIn(text: string): string {
  const name = text.split("/", 1)[0] ?? ""
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function kindOf(text: string, type: string | undefined, system: string | undefined): DeviceKind {
  if (/^Dalvik\//.test(text)) return "phone"
  if (type === "desktop" || type === "tablet") return type
  if (system === "Chrome OS" || bsdIn(text)) return "desktop"
  if (type === "mobile") return "phone"
  return isProgram(text) || type === "bot" ? "script" : "unknown"
}

/** The name of a browser, a program or a system as it is kept, however it was spelled. */
export const nameAsKept = (text: string): string =>
  [...known, ...Object.values(bowser.OS_MAP)].find(
    (name) => name.toLowerCase() === text.toLowerCase(),
  ) ?? text

/** One word and a version. Browsers say more. */
const isProgram = (text: string) => /^[^\s/()]+\/[\d.]/.test(text) && !text.startsWith("Mozilla/")

/** Programs that we know by name: what they are called is nobody's invention. */
const programs =
  "curl Wget HTTPie python-requests python-httpx Python-urllib aiohttp node node-fetch undici axios okhttp Go-http-client PostmanRuntime insomnia Java Apache-HttpClient libwww-perl"
const known = new Set([
  ...Object.values(bowser.BROWSER_MAP).map((name) => name.replace(/ for Android$/, "")),
  ...apps.map(([, name]) => name),
  ...programs.split(" "),
])
