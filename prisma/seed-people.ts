import type { SampleName } from "@/lib/demo"

export interface SamplePerson {
  readonly name: string
  readonly email: string
  readonly role: "user" | "admin"
}

/** The ones to log in as. */
export const shownPeople = {
  admin: { name: "Ada Lindqvist", email: "admin@example.com", role: "admin" },
  ann: { name: "Ann Okafor", email: "ann@example.com", role: "user" },
  bob: { name: "Bob Castellanos", email: "bob@example.com", role: "user" },
} as const satisfies Readonly<Record<SampleName, SamplePerson>>

/** Those to log in as come first. */
export function samplePeople(): SamplePerson[] {
  return [
    ...Object.values(shownPeople),
    ...names.map((name, index) => ({ name, email: emailOf(name, index), role: "user" as const })),
  ]
}

/** "Elif Yıldız" becomes elif.yildiz@example.com. */
function emailOf(name: string, index: number): string {
  const plain = name
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/[^a-z ]/g, "")
  return `${plain.replaceAll(" ", ".")}@example.${index % 3 === 0 ? "org" : "com"}`
}

const names = [
  "Aisha Rahman",
  "Alejandro Vega",
  "Amara Nwosu",
  "Anders Holm",
  "Beatriz Figueiredo",
  "Benedikt Vogel",
  "Camille Laurent",
  "Chen Wei",
  "Claire Donnelly",
  "Dagmar Svoboda",
  "Daniel Achterberg",
  "Elif Yıldız",
  "Emeka Obi",
  "Fatima Zahra Alaoui",
  "Finn Gallagher",
  "Giulia Ferraro",
  "Grace Kimani",
  "Hana Suzuki",
  "Henrik Sørensen",
  "Imogen Whitfield",
  "Ivana Petrović",
  "Jakub Nowak",
  "Jin-ho Park",
  "Kateryna Shevchenko",
  "Lars Bergström",
  "Leila Haddad",
  "Lucía Morales",
  "Mateus Oliveira",
  "Mei-Ling Tan",
  "Mikko Virtanen",
  "Nadia Bouchard",
  "Niamh O’Sullivan",
  "Omar Farouk",
  "Priya Raghunathan",
  "Ravi Deshpande",
  "Sofia Papadopoulou",
  "Thabo Mokoena",
  "Tomás Herrera",
  "Yuki Tanaka",
  "Zoë van den Berg",
]
