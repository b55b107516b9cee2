import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { auditActions } from "@/lib/names/audit-action"
import { EventSentence } from "./event-sentence"

const ada = { id: "1", email: "ada@example.com", name: "Ada Lindqvist" }
const lars = { id: "2", email: "lars@example.com", name: "Lars Bergström" }
const gone = { id: "3", email: null, name: null }
const chrome =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"

const event = (given: Partial<AuditEvent>): AuditEvent => ({
  id: "e",
  at: new Date(),
  action: "log_in",
  actor: ada,
  target: given.actor === undefined ? ada : given.actor,
  reason: null,
  scope: null,
  count: null,
  address: null,
  details: {},
  people: [],
  userAgent: null,
  ...given,
})

const html = (given: Partial<AuditEvent>) =>
  renderToStaticMarkup(<EventSentence event={event(given)} />)
const sentence = (given: Partial<AuditEvent>) =>
  html(given)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")

test.each([
  ["Ada Lindqvist logged in on Firefox on Linux", { details: { device: "Firefox on Linux" } }],
  ["Ada Lindqvist logged in", {}],
  [
    "Ada Lindqvist revoked Lars Bergström's session (Chrome on Linux)",
    { action: "revoke_selected", target: lars, count: 1, userAgent: chrome },
  ],
  [
    "Ada Lindqvist revoked 3 of Lars Bergström's sessions",
    { action: "revoke_selected", target: lars, count: 3 },
  ],
  [
    "Ada Lindqvist revoked 2 sessions belonging to Ada Lindqvist, Lars Bergström",
    { action: "revoke_selected", target: null, count: 2, people: [ada, lars] },
  ],
  ["Ada Lindqvist logged out everywhere", { action: "log_out_everywhere" }],
  [
    "Ada Lindqvist logged Lars Bergström out everywhere",
    { action: "log_out_everywhere", target: lars },
  ],
  [
    "Someone failed to log in as Lars Bergström",
    { action: "log_in_failed", actor: null, target: lars },
  ],
  ["Login failed: no account has that email", { action: "log_in_failed", actor: null }],
  [
    "An operator created an account for a former user",
    { action: "create_user", actor: null, target: gone, details: { by: "operator" } },
  ],
  [
    "Ada Lindqvist changed Lars Bergström's role to administrator",
    { action: "change_role", target: lars, details: { role: "admin" } },
  ],
  ["Ada Lindqvist: a_later_act", { action: "a_later_act" }],
] as const)("an entry reads %s", (text, given) => {
  expect(sentence(given as Partial<AuditEvent>)).toBe(text)
})

test("the people in it are links, also one whose account is gone", () => {
  const words = html({ action: "delete_user", target: gone })
  expect(words).toContain('href="/admin/users/1"')
  expect(words).toContain('href="/admin/audit?person=3"')
})

test("every act is a sentence, whoever it affects", () => {
  for (const action of auditActions) {
    for (const target of [ada, lars, null]) {
      expect(sentence({ action, target, count: 2 }), action).toMatch(/\w \w/)
    }
  }
})
