/**
 * Where a page would be wrong from right to left: one sentence for each class or declaration that names a
 * side of the screen, and for each icon that points along the line and is not mirrored.
 */
export function directionProblems(file: string, source: string): string[] {
  const found = file.endsWith(".css")
    ? matches(source, PHYSICAL_DECLARATION, "declares")
    : [...matches(source, PHYSICAL_CLASS, "has the class"), ...pointingIcons(source)]
  return found.map(({ index, problem }) => `${file}:${lineOf(source, index)} ${problem}`)
}

const matches = (source: string, pattern: RegExp, verb: string) =>
  [...source.matchAll(pattern)].map(({ 1: name = "", index }) => ({
    index,
    problem: `${verb} ${name.trim()}: name the start or the end of the line.`,
  }))

const pointingIcons = (source: string) =>
  [...source.matchAll(POINTING_ICON)]
    .filter(([element]) => !element.includes("rtl:"))
    .map(({ 1: name, index }) => ({
      index,
      problem: `shows ${name}, which points: mirror it with rtl:.`,
    }))

const lineOf = (source: string, index: number) => source.slice(0, index).split("\n").length

/** In a list of classes, behind variants and a sign, before the end of its name. Both sides at once are no side. */
const PHYSICAL_CLASS =
  /(?<=["'`\s](?:[^\s"'`]+:)?!?-?)((?:m|p|scroll-m|scroll-p)[lr]-(?=[\w[(])|(?:left|right)-(?=[\d[(]|full|auto|px)|border-[lr](?=[-"'`\s])(?!-?ine)|rounded-(?:[lr]|[tb][lr])(?=[-"'`\s])|(?:text|float|clear|bg|object|origin)-(?:left|right)(?=["'`\s!]))/g

const PHYSICAL_DECLARATION =
  /((?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\w+)?\s*:|text-align\s*:\s*(?:left|right))/g

const POINTING_ICON = /<((?:Arrow|Chevron|Move)s?(?:Left|Right)|LogOut|LogIn)\s[^>]*>/g
