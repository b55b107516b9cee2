import fc from "fast-check"

/**
 * A few signs over and over: what a parser takes quadratic time for is mostly of this shape. As long as
 * the server lets in.
 */
export function longText(max: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.oneof(fc.constantFrom(...signs), fc.string({ minLength: 1, maxLength: 4 })),
      fc.nat(max),
    )
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length))
}

const signs = [
  "C",
  "a",
  " ",
  "\t",
  "=",
  "&",
  "&=",
  "a=",
  ";",
  "; ",
  ";a=b",
  ",",
  ", ",
  ",,",
  "/",
  "//",
  "/a",
  "\\",
  ".",
  "..",
  "../",
  "%",
  "%2",
  "%25",
  "%2f",
  "%E0%A4",
  "(",
  "((",
  ")",
  "()",
  "[",
  "[]",
  "{",
  '{"a":',
  '"',
  '\\"',
  "'",
  "<",
  ":",
  "::",
  "1:",
  "-",
  "0-,",
  "*/*,",
  "a;q=0.1,",
  "gzip,",
  '"a",',
  'W/"',
  "bytes=",
  "for=1;",
  "\u00e9",
  "\u0130",
  "\u202e",
  "\u200b",
  "\u{1f600}",
  "e\u0301",
  "Mozilla/5.0 ",
  "Version/",
  "x@",
  "@x.",
  "1.",
  "a-",
  "--x\r\n",
  "__Secure-authjs.callback-url=a; ",
  "__Host-loe-session.0=a; ",
  "nxtPpurpose=a&",
  "_rsc=a&",
  "$1",
  "$K1",
] as const

/** Fields of a form that React's and Next's readers, and ours, look at: whole forms, or any of their parts. */
export const manyFields: fc.Arbitrary<[string, string][]> = fc
  .tuple(
    fc.oneof(fc.constant(boundForm()), fc.array(anyField(), { minLength: 1, maxLength: 4 })),
    fc.oneof({ weight: 9, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(5_000) }),
  )
  .map(([fields, times]) =>
    [...Array(times).keys()].flatMap((each) =>
      fields.map(([name, value]): [string, string] => [name.replace("#", String(each)), value]),
    ),
  )

/** What a browser without JavaScript sends: only of a form that holds together is every field read. */
function boundForm(): [string, string][] {
  return [
    ["$ACTION_REF_#", ""],
    ["$ACTION_#:0", '{"id":"00","bound":"$@1"}'],
    ["$ACTION_#:1", "[]"],
  ]
}

function anyField(): fc.Arbitrary<[string, string]> {
  const ofActions = ["$ACTION_REF_#", "$ACTION_#:0", "$ACTION_#:1", "$ACTION_ID_#", "$ACTION_REF_1"]
  const values = ["", "[]", '{"id":"00","bound":"$@1"}', '["$undefined","$K1"]', "[".repeat(50)]
  return fc.tuple(fc.constantFrom(...ofActions, "0", "_1_#", "#"), fc.constantFrom(...values))
}
