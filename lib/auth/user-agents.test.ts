import { expect, test } from "vitest"
import { describeDevice } from "./device"

const m = "Mozilla/5.0"
const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"
const iosKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
const iphone = `${m} (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${iosKit}`
const pixel = `${m} (Linux; Android 14; Pixel 8 Build/UQ1A.240205.004; wv) ${webKit} Version/4.0 Chrome/141.0.7390.43 Mobile Safari/537.36`
const android = `${m} (Linux; Android 10; K) ${webKit} Chrome/141.0.0.0 Mobile Safari/537.36`
const windows = `${m} (Windows NT 10.0; Win64; x64) ${webKit} Chrome/141.0.0.0 Safari/537.36`
const mac = `${m} (Macintosh; Intel Mac OS X 10_15_7)`

test.each([
  // Browsers inside of apps.
  [
    `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.31.109;FBBV/1;FBDV/iPhone14,5;FBSN/iOS;FBSV/18.6]`,
    "Facebook on iOS",
    "phone",
  ],
  [`${pixel} [FB_IAB/FB4A;FBAV/480.0.0.54.88;IABMV/1;]`, "Facebook on Android", "phone"],
  [
    `${iphone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/480.0.0;FBDV/iPhone14,5]`,
    "Messenger on iOS",
    "phone",
  ],
  [`${pixel} [FB_IAB/Orca-Android;FBAV/480.0.0.0.0;]`, "Messenger on Android", "phone"],
  [
    `${iphone} Mobile/15E148 Instagram 350.0.0.27.89 (iPhone14,5; iOS 18_6; en_US; en; scale=3.00; 1170x2532; 1)`,
    "Instagram on iOS",
    "phone",
  ],
  [
    `${pixel} Instagram 350.0.0.36.89 Android (34/14; 420dpi; 1080x2219; Google; Pixel 8; shiba; en_US; 1)`,
    "Instagram on Android",
    "phone",
  ],
  [
    `${iphone} Mobile/15E148 musical_ly_36.5.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en`,
    "TikTok on iOS",
    "phone",
  ],
  [
    `${pixel} trill_2023605030 JsSdk/1.0 NetType/WIFI AppName/trill app_version/36.5.3 BytedanceWebview/d8a21c6`,
    "TikTok on Android",
    "phone",
  ],
  [`${iphone} Mobile/15E148 [LinkedInApp]/9.29.8962`, "LinkedIn on iOS", "phone"],
  [`${pixel} [LinkedInApp]`, "LinkedIn on Android", "phone"],
  [`${iphone} Mobile/15E148 Safari Line/14.15.0`, "LINE on iOS", "phone"],
  [`${pixel} Line/14.15.0/IAB`, "LINE on Android", "phone"],
  [`${iphone} Mobile/15E148 KAKAOTALK 10.9.5`, "KakaoTalk on iOS", "phone"],
  [`${pixel};KAKAOTALK 2410950`, "KakaoTalk on Android", "phone"],
  [
    `${iphone} Mobile/15E148 MicroMessenger/8.0.50(0x1800323d) NetType/WIFI Language/en`,
    "WeChat on iOS",
    "phone",
  ],
  [
    `${iphone} Mobile/15E148 Snapchat/13.10.0.41 (like Safari/8620.1.16.10.11, panda)`,
    "Snapchat on iOS",
    "phone",
  ],
  [`${iphone} Mobile/15E148 Twitter for iPhone/10.58`, "X on iOS", "phone"],
  [`${iphone} GSA/340.0.690 Mobile/15E148 Safari/604.1`, "Google Search on iOS", "phone"],
  // Pages inside of apps that do not say which.
  [pixel, "App on Android", "phone"],
  [`${iphone} Mobile/15E148`, "App on iOS", "phone"],
  [`${m} (iPad; CPU OS 18_6 like Mac OS X) ${iosKit} Mobile/15E148`, "App on iOS", "tablet"],
  ["Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8 Build/UQ1A.240205.004)", "App on Android", "phone"],
  // Browsers that call themselves Chrome or Safari as well.
  [
    `${m} (Linux; Android 14) ${webKit} Version/4.0 Chrome/141.0.7390.43 Mobile DuckDuckGo/5 Safari/537.36`,
    "DuckDuckGo on Android",
    "phone",
  ],
  [
    `${iphone} Version/18.6 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
    "DuckDuckGo on iOS",
    "phone",
  ],
  [`${mac} ${iosKit} Version/18.6 Safari/605.1.15 Ddg/18.6`, "DuckDuckGo on macOS", "desktop"],
  [
    `${m} (Linux; Android 12; HarmonyOS; NOH-AN00) ${webKit} Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36`,
    /^Huawei Browser on /,
    "phone",
  ],
  [
    `${m} (Linux; U; Android 13; en-us; M2101K6G) ${webKit} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.4`,
    "Mi Browser on Android",
    "phone",
  ],
  [
    `${m} (Linux; Android 14; SM-S911B) ${webKit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet on Android",
    "phone",
  ],
  [`${windows} Vivaldi/7.6`, "Vivaldi on Windows", "desktop"],
  [`${iphone} CriOS/141.0 Mobile/15E148 Safari/604.1`, "Chrome on iOS", "phone"],
  [`${iphone} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`, "Firefox on iOS", "phone"],
  [
    `${iphone} Version/18.6 EdgiOS/141.0 Mobile/15E148 Safari/605.1.15`,
    "Microsoft Edge on iOS",
    "phone",
  ],
  [`${iphone} Version/18.6 Mobile/15E148 Safari/604.1`, "Safari on iOS", "phone"],
  [
    `${m} (Linux; Android 14) ${webKit} Chrome/141.0.0.0 Mobile Safari/537.36 OPR/90.0`,
    "Opera on Android",
    "phone",
  ],
  [android, "Chrome on Android", "phone"],
  // Systems.
  [
    `${m} (X11; FreeBSD amd64; rv:144.0) Gecko/20100101 Firefox/144.0`,
    "Firefox on FreeBSD",
    "desktop",
  ],
  [
    `${m} (X11; OpenBSD amd64) ${webKit} Chrome/141.0.0.0 Safari/537.36`,
    "Chrome on OpenBSD",
    "desktop",
  ],
  [
    `${m} (X11; NetBSD amd64; rv:140.0) Gecko/20100101 Firefox/140.0`,
    "Firefox on NetBSD",
    "desktop",
  ],
  [
    `${m} (X11; Ubuntu; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0`,
    "Firefox on Linux",
    "desktop",
  ],
  [
    `${m} (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/141.0.0.0 Safari/537.36`,
    "Chrome on Chrome OS",
    "desktop",
  ],
  [
    `${m} (SMART-TV; LINUX; Tizen 6.0) ${webKit} 76.0.3809.146/6.0 TV Safari/537.36`,
    "Unknown browser on Tizen",
    "unknown",
  ],
  [
    `${m} (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko`,
    "Internet Explorer on Windows",
    "desktop",
  ],
  // Programs that are known, and the words of those that are not.
  ["curl/8.14.1", "curl", "script"],
  ["PostmanRuntime/7.36.0", "PostmanRuntime", "script"],
  ["okhttp/4.12.0", "okhttp", "script"],
  ["Wget/1.24.5", "Wget", "script"],
  ["Go-http-client/2.0", "Go-http-client", "script"],
  [`${m} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`, "Googlebot", "script"],
  ["My%20App/12 CFNetwork/1490.0.4 Darwin/23.2.0", "“My App”", "script"],
  ["Caf%C3%A9/3 CFNetwork/1490.0.4 Darwin/23.2.0", "“Café”", "script"],
  ["100%/3 CFNetwork/1490.0.4 Darwin/23.2.0", "“100%”", "script"],
  ["EvilBrowser/1.0 (X11; Linux x86_64)", "“EvilBrowser” on Linux", "desktop"],
  ["ended-by-an-administrator/1.0", "“ended-by-an-administrator”", "script"],
  ["Log%20out%E2%80%9D%20by%20“Ann/1.0 CFNetwork/1", /^“Log out' by 'Ann”$/, "script"],
  ["%E2%80%AEnimda/1.0 CFNetwork/1490 Darwin/23", "“nimda”", "script"],
])("%s", (userAgent, title, kind) => {
  const device = describeDevice(userAgent)
  expect(device.title).toMatch(title)
  if (typeof title === "string") expect(device).toEqual({ title, kind })
})
