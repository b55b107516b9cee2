/** The tables of Auth.js's adapters, as the documentation of each has them. */
import { authJsSchema } from "@/bench/generate"
import { schemaDiff } from "@/scripts/postgres/schema-diff"

/** Of `@auth/prisma-adapter`, by its schema for Prisma. */
export const prismaTables = await schemaDiff("", authJsSchema)

/** Of `@auth/pg-adapter`. */
export const pgTables = `
  CREATE TABLE verification_token (identifier text NOT NULL, expires timestamptz NOT NULL, token text NOT NULL,
    PRIMARY KEY (identifier, token));
  CREATE TABLE accounts (id serial, "userId" integer NOT NULL, type varchar(255) NOT NULL,
    provider varchar(255) NOT NULL, "providerAccountId" varchar(255) NOT NULL, refresh_token text, access_token text,
    expires_at bigint, id_token text, scope text, session_state text, token_type text, PRIMARY KEY (id));
  CREATE TABLE sessions (id serial, "userId" integer NOT NULL, expires timestamptz NOT NULL,
    "sessionToken" varchar(255) NOT NULL, PRIMARY KEY (id));
  CREATE TABLE users (id serial, name varchar(255), email varchar(255), "emailVerified" timestamptz, image text,
    PRIMARY KEY (id))`

/** Of `@auth/drizzle-adapter`. */
export const drizzleTables = `
  CREATE TABLE "user" (id text PRIMARY KEY, name text, email text UNIQUE, "emailVerified" timestamp, image text);
  CREATE TABLE account ("userId" text NOT NULL REFERENCES "user" ON DELETE CASCADE, type text NOT NULL,
    provider text NOT NULL, "providerAccountId" text NOT NULL, refresh_token text, access_token text,
    expires_at integer, token_type text, scope text, id_token text, session_state text,
    PRIMARY KEY (provider, "providerAccountId"));
  CREATE TABLE session ("sessionToken" text PRIMARY KEY, "userId" text NOT NULL REFERENCES "user" ON DELETE CASCADE,
    expires timestamp NOT NULL);
  CREATE TABLE "verificationToken" (identifier text NOT NULL, token text NOT NULL, expires timestamp NOT NULL,
    PRIMARY KEY (identifier, token))`
