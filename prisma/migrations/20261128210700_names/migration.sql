-- One spelling for each address and name, as the app's parsers write it (lib/names).

-- What RFC 3492 makes of one label of a domain. For the rows that are here; the app has a library.
CREATE FUNCTION pg_temp.punycode(label text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  points int[] := ARRAY(SELECT ascii(c) FROM regexp_split_to_table(label, '') WITH ORDINALITY AS t(c, i) ORDER BY i);
  digits text := 'abcdefghijklmnopqrstuvwxyz0123456789';
  basic text := regexp_replace(label, '[^\x01-\x7f]', '', 'g');
  written text := basic;
  n int := 128; delta int := 0; bias int := 72;
  b int := length(basic); h int := length(basic);
  m int; p int; q int; k int; t int;
BEGIN
  IF label !~ '[^\x01-\x7f]' THEN RETURN label; END IF;
  IF b > 0 THEN written := written || '-'; END IF;
  WHILE h < cardinality(points) LOOP
    SELECT min(x) INTO m FROM unnest(points) AS x WHERE x >= n;
    delta := delta + (m - n) * (h + 1);
    n := m;
    FOREACH p IN ARRAY points LOOP
      IF p < n THEN delta := delta + 1; END IF;
      IF p = n THEN
        q := delta; k := 36;
        LOOP
          t := least(greatest(k - bias, 1), 26);
          EXIT WHEN q < t;
          written := written || substr(digits, t + (q - t) % (36 - t) + 1, 1);
          q := (q - t) / (36 - t);
          k := k + 36;
        END LOOP;
        written := written || substr(digits, q + 1, 1);
        delta := CASE WHEN h = b THEN delta / 700 ELSE delta / 2 END;
        delta := delta + delta / (h + 1);
        k := 0;
        WHILE delta > 455 LOOP
          delta := delta / 35;
          k := k + 36;
        END LOOP;
        bias := k + 36 * delta / (delta + 38);
        delta := 0;
        h := h + 1;
      END IF;
    END LOOP;
    delta := delta + 1;
    n := n + 1;
  END LOOP;
  RETURN 'xn--' || written;
END $$;

-- An address whose other spelling is somebody's already stays: nobody may get into two accounts.
UPDATE "User" given SET "email" = kept."email" FROM (
    SELECT "id", split_part("email", '@', 1) || '@' || (
      SELECT string_agg(pg_temp.punycode(label), '.' ORDER BY i)
      FROM regexp_split_to_table(translate(lower(normalize(split_part("email", '@', 2), NFKC)), '。', '.'), '\.')
        WITH ORDINALITY AS labels(label, i)) AS "email"
    FROM "User" WHERE "email" ~ '^[\x01-\x7f]+@[^@]*[^\x01-\x7f][^@]*$') kept
  WHERE kept."id" = given."id"
    AND NOT EXISTS (SELECT FROM "User" other WHERE other."email" = kept."email");

UPDATE "User" SET "name" = nullif(btrim(regexp_replace(normalize("name", NFC),
    '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]', '', 'g')), '')
  WHERE "name" IS NOT NFC NORMALIZED
    OR "name" ~ '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]';

UPDATE "Token" SET "name" = btrim(regexp_replace(normalize("name", NFC),
    '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]', '', 'g'))
  WHERE "name" IS NOT NFC NORMALIZED
    OR "name" ~ '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]';

-- A trigger and no check: a check would judge the whole row at each change of it, and an address from before
-- that no form can send would then keep its owner from being logged out.
CREATE FUNCTION "email_is_kept_spelling"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."email" !~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]+@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$'
    OR length(NEW."email") > 254 OR strpos(NEW."email", '@') > 65 THEN
    RAISE EXCEPTION 'This email address is not in the spelling under which addresses are kept.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'User_email_is_kept_spelling', TABLE = 'User';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "User_email_is_kept_spelling" BEFORE INSERT OR UPDATE OF "email" ON "User"
  FOR EACH ROW EXECUTE FUNCTION "email_is_kept_spelling"();
