import { revocationReasons, tokenPurposes } from "../core/token.ts"
import { announcements } from "./announcing/triggers.ts"
import { schema } from "./judgement.ts"
import { type Layout, layoutOf, type UsersTable } from "./layout.ts"
import { onChange } from "./on-change.ts"
import { raiseEpoch } from "./raise-epoch.ts"
import { tokenStatus } from "./token-status-view.ts"

/** One step of the add-on's tables. */
export interface Migration {
  readonly name: string
  /** A script of several statements, without values. Ends by noting that it was applied. */
  readonly sql: string
}

/** Every step, the oldest first, for an app with this users table. */
export function migrations(users: UsersTable): readonly Migration[] {
  const layout = layoutOf(users)
  return [
    noted("0001_tables", [tables(layout), raiseEpoch(layout), onChange(layout), tokenStatus]),
    noted("0002_announcements", [announcements]),
  ]
}

const noted = (name: string, parts: readonly string[]): Migration => ({
  name,
  sql: `${parts.join("\n\n")}\n\nINSERT INTO ${schema}.migration (name) VALUES ('${name}');\n`,
})

const rows = (words: readonly string[]) => words.map((word) => `('${word}')`).join(", ")

const tables = ({ users, id, type }: Layout) => `CREATE SCHEMA ${schema};

CREATE TABLE ${schema}.migration (
  name text PRIMARY KEY,
  "appliedAt" timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

-- A generation per purpose. Raising it voids every token of that purpose at once, however many.
CREATE TABLE ${schema}.realm (
  purpose text PRIMARY KEY,
  generation integer NOT NULL DEFAULT 0
);
INSERT INTO ${schema}.realm (purpose) VALUES ${rows(tokenPurposes)};

CREATE TABLE ${schema}.reason (
  reason text PRIMARY KEY
);
INSERT INTO ${schema}.reason (reason) VALUES ${rows(revocationReasons)};

-- A user, as the add-on sees them. A token is live only while it bears the epoch.
CREATE TABLE ${schema}.owner (
  "userId" ${type} PRIMARY KEY REFERENCES ${users} (${id}) ON DELETE CASCADE ON UPDATE CASCADE,
  epoch integer NOT NULL DEFAULT 0,
  "disabledAt" timestamptz(3),
  -- The transaction that raised the epoch last, for marks.
  raised xid8,
  "raisedAt" timestamptz(3)
);

-- One table for every secret that the app hands out.
CREATE TABLE ${schema}.token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- SHA-256 of the secret. The secret itself is nowhere.
  hash bytea NOT NULL CONSTRAINT token_hash_is_sha256 CHECK (octet_length(hash) = 32),
  purpose text NOT NULL REFERENCES ${schema}.realm (purpose) ON UPDATE CASCADE,
  "userId" ${type} NOT NULL REFERENCES ${schema}.owner ("userId") ON DELETE CASCADE ON UPDATE CASCADE,
  epoch integer NOT NULL,
  "realmGeneration" integer NOT NULL,
  method text NOT NULL,
  "isRemembered" boolean NOT NULL DEFAULT false,
  "issuedAt" timestamptz(3) NOT NULL,
  "provedAt" timestamptz(3) NOT NULL,
  "lastActiveAt" timestamptz(3) NOT NULL,
  "idleAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  address inet,
  "userAgent" text,
  "deviceKind" text NOT NULL DEFAULT 'unknown',
  browser text,
  system text,
  -- The \`iss\` and \`sid\` of the provider's session from which this one came.
  "providerIssuer" text,
  "providerSid" text,
  -- The browser in which a session was opened: the row by which it is known.
  "browserId" uuid REFERENCES ${schema}.token (id) ON DELETE SET NULL ON UPDATE CASCADE,
  name text,
  data jsonb,
  "revokedAt" timestamptz(3),
  "revocationReason" text REFERENCES ${schema}.reason (reason) ON UPDATE CASCADE,
  "revokedById" ${type} REFERENCES ${users} (${id}) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT token_revocation_is_whole CHECK (("revokedAt" IS NULL) = ("revocationReason" IS NULL))
);
CREATE UNIQUE INDEX token_hash_key ON ${schema}.token (hash);
-- By it an act finds what goes on, and not what it ends, nor what earlier acts left behind.
CREATE INDEX token_epoch_idx ON ${schema}.token ("userId", epoch, purpose) WHERE "revokedAt" IS NULL;
CREATE INDEX token_owner_idx ON ${schema}.token ("userId", purpose, "revokedAt");
CREATE INDEX token_expires_idx ON ${schema}.token ("expiresAt");
CREATE INDEX token_revoked_by_idx ON ${schema}.token ("revokedById");
CREATE INDEX token_browser_idx ON ${schema}.token ("browserId");
CREATE INDEX token_provider_idx ON ${schema}.token ("providerIssuer", "providerSid") WHERE "providerIssuer" IS NOT NULL;

-- When a generation was raised above, and by whom. An act on everyone has one of these, however many it reached.
CREATE TABLE ${schema}.ended_generation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  purpose text NOT NULL REFERENCES ${schema}.realm (purpose) ON UPDATE CASCADE,
  generation integer NOT NULL,
  at timestamptz(3) NOT NULL,
  "byId" ${type}
);
CREATE UNIQUE INDEX ended_generation_key ON ${schema}.ended_generation (purpose, generation);

-- When a user's epoch was raised above, why and by whom. An act has one of these, however many tokens it
-- ended: those of these purposes, and of these generations or later, that still bear the epoch.
CREATE TABLE ${schema}.ended_epoch (
  "userId" ${type} NOT NULL REFERENCES ${schema}.owner ("userId") ON DELETE CASCADE ON UPDATE CASCADE,
  epoch integer NOT NULL,
  at timestamptz(3) NOT NULL,
  reason text NOT NULL REFERENCES ${schema}.reason (reason) ON UPDATE CASCADE,
  "byId" ${type} REFERENCES ${users} (${id}) ON DELETE SET NULL ON UPDATE CASCADE,
  purposes text[] NOT NULL,
  generations integer[] NOT NULL,
  PRIMARY KEY ("userId", epoch)
);
CREATE INDEX ended_epoch_at_idx ON ${schema}.ended_epoch (at);
CREATE INDEX ended_epoch_by_idx ON ${schema}.ended_epoch ("byId");`
