/** SQLite's own types alone, so that it fits libSQL and D1 too. Instants are milliseconds. */
export const schema = `
CREATE TABLE IF NOT EXISTS owner (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL DEFAULT 'user',
  is_disabled INTEGER NOT NULL DEFAULT 0,
  epoch INTEGER NOT NULL DEFAULT 0,
  -- The number of the last raise, of all that there were.
  raised INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS raises (count INTEGER NOT NULL);
INSERT INTO raises SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM raises);
CREATE TABLE IF NOT EXISTS realm (purpose TEXT PRIMARY KEY, generation INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  browser_id TEXT,
  issued_at INTEGER NOT NULL,
  proved_at INTEGER NOT NULL,
  last_active_at INTEGER NOT NULL,
  idle_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- What no statement asks about.
  rest TEXT NOT NULL,
  revocation TEXT
);
-- What ended with an owner's epoch, by purpose.
CREATE TABLE IF NOT EXISTS ended (owner_id TEXT NOT NULL, epoch INTEGER NOT NULL, count TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS token_owner ON token (owner_id);
`
