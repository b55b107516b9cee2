-- What a person calls one of their known browsers. It goes with the browser's row.
CREATE TABLE "BrowserName" (
  "browserId" UUID NOT NULL,
  "name" TEXT NOT NULL,

  CONSTRAINT "BrowserName_pkey" PRIMARY KEY ("browserId")
);

ALTER TABLE "BrowserName" ADD CONSTRAINT "BrowserName_browserId_fkey"
  FOREIGN KEY ("browserId") REFERENCES "log_out_everywhere"."token"("id") ON DELETE CASCADE ON UPDATE CASCADE;
