-- What Prisma's schema language cannot say.

ALTER TABLE "User" ADD CONSTRAINT "User_email_normalised" CHECK ("email" = lower(btrim("email")) AND "email" <> '');

ALTER TABLE "Token" ADD CONSTRAINT "Token_hash_is_sha256" CHECK (octet_length("hash") = 32);
ALTER TABLE "Token" ADD CONSTRAINT "Token_revocation_is_whole" CHECK (("revokedAt" IS NULL) = ("revocationReason" IS NULL));

-- One row for each purpose, so that issuing never has to make one.
INSERT INTO "Realm" ("purpose") SELECT unnest(enum_range(NULL::"TokenPurpose"));
