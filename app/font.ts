import localFont from "next/font/local"

/**
 * One file, asked for before the page's own words arrive. A text in a letter that it lacks is shown in the
 * system's font: no second file comes for one name.
 *
 * Optional: a page that was painted without the font stays so, and nothing on it moves. It stands in the
 * browser's cache for the next page.
 */
export const font = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  variable: "--font-inter",
  // Arial alone, which no phone has: globals.css knows more.
  adjustFontFallback: false,
})
