-- AlterEnum
ALTER TYPE "RevocationReason" ADD VALUE 'password_reset' AFTER 'password_change';
ALTER TYPE "RevocationReason" ADD VALUE 'reset_by_admin' AFTER 'password_reset';
ALTER TYPE "RevocationReason" ADD VALUE 'email_change' AFTER 'reset_by_admin';
ALTER TYPE "RevocationReason" ADD VALUE 'reported' AFTER 'provider_change';
ALTER TYPE "RevocationReason" ADD VALUE 'session_limit' AFTER 'reported';
