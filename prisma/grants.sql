-- What the application's role may do. Applied after every migration, by the owner; safe to repeat.
-- It owns nothing, changes no schema, and can neither change nor remove events and audit entries.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO caresync_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO caresync_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO caresync_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO caresync_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO caresync_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO caresync_app;

REVOKE UPDATE, DELETE, TRUNCATE ON "DomainEvent", "AuditEntry" FROM caresync_app;
-- Made by seal_audit() only.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "AuditSeal" FROM caresync_app;
-- Kept by triggers: what adds up cannot drift.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "VisitSum" FROM caresync_app;
REVOKE EXECUTE ON FUNCTION "add_visit", "recount_visits" FROM caresync_app, PUBLIC;
-- Nothing known about a patient is deleted; a trigger keeps the versions.
REVOKE DELETE, TRUNCATE ON "Allergy", "NoKnownAllergies", "Condition" FROM caresync_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "BackgroundVersion" FROM caresync_app;
-- Who could read a record stays known.
REVOKE DELETE, TRUNCATE ON "RecordGrant", "EmergencyAccess", "EmergencyText", "RecordLink", "LinkOpening" FROM caresync_app;
-- So does who asked for another address of an account, and what became of it.
REVOKE DELETE, TRUNCATE ON "EmailChange" FROM caresync_app;
-- What was announced stays known; it ends, once.
REVOKE UPDATE, DELETE, TRUNCATE ON "Announcement" FROM caresync_app;
GRANT UPDATE ("endedAt") ON "Announcement" TO caresync_app;
REVOKE UPDATE, TRUNCATE ON "AnnouncementDismissal" FROM caresync_app;
-- A prescription that was handed out can be withdrawn, not removed.
REVOKE DELETE, TRUNCATE ON "PrescriptionDocument" FROM caresync_app;
-- Without its data key a text is lost: only the master key that one is wrapped under changes.
REVOKE UPDATE, DELETE, TRUNCATE ON "RecordKey" FROM caresync_app;
GRANT UPDATE ("keyId", "wrappedKey") ON "RecordKey" TO caresync_app;
-- Written by merge_patients(), unmerge_patients() and a trigger only.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "PatientMerge", "PatientMergeRow", "LikelyDuplicate" FROM caresync_app;
REVOKE UPDATE, TRUNCATE ON "DifferentPeople" FROM caresync_app;
-- What was said when booking stands as it is.
REVOKE UPDATE, DELETE, TRUNCATE ON "AppointmentText", "BedBookingText" FROM caresync_app;
-- Written by migrations only.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "PatientReference" FROM caresync_app;
REVOKE EXECUTE ON FUNCTION "move_patient_rows", "lock_patients" FROM caresync_app, PUBLIC;
-- Numbers that were given stay given.
REVOKE DELETE, TRUNCATE ON "WaitingQueue", "QueueTicket" FROM caresync_app;
-- A screen and a code at an entrance end, once; nothing else of them changes.
REVOKE UPDATE, DELETE, TRUNCATE ON "WaitingDisplay", "ArrivalCode" FROM caresync_app;
GRANT UPDATE ("endedAt") ON "WaitingDisplay", "ArrivalCode" TO caresync_app;
-- Published questions and answers that were sent stand as they are.
REVOKE UPDATE, DELETE, TRUNCATE ON "QuestionnaireVersion", "SubmittedAnswers" FROM caresync_app;
REVOKE DELETE, TRUNCATE ON "Questionnaire", "AnswerSheet", "AnswerDraft" FROM caresync_app;
-- So do messages about a visit, and what was read of them.
REVOKE DELETE, TRUNCATE ON "Conversation", "Communication", "ConversationRead" FROM caresync_app;
-- What was closed, and who was told, stays known.
REVOKE DELETE, TRUNCATE ON "Disruption", "WardClosure", "WardClosureBed", "WardClosureStay" FROM caresync_app;
-- What a link is for never changes.
REVOKE UPDATE, TRUNCATE ON "VisitLink" FROM caresync_app;
-- Codes come in with their edition and go with it; none is ever changed.
REVOKE UPDATE, TRUNCATE ON "DiagnosisCode", "DiagnosisWord" FROM caresync_app;
-- The parts of what is kept by month are made by make_months() and archived by the owner; they are reached through their tables.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "MonthlyPart" FROM caresync_app;
REVOKE EXECUTE ON FUNCTION "add_part", "keep_rest" FROM caresync_app, PUBLIC;
-- Readable, so that readiness can tell a database that lags behind the code.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "_prisma_migrations" FROM caresync_app;

-- The job queue. Graphile Worker closes its tables to everyone but their owner with row-level security;
-- a policy opens them to the application, so that the worker needs no stronger role.
GRANT USAGE ON SCHEMA graphile_worker TO caresync_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO caresync_app;
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA graphile_worker TO caresync_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO caresync_app;
REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM caresync_app;
DO $$
DECLARE
  closed regclass;
BEGIN
  FOR closed IN
    SELECT c.oid FROM pg_class c
    WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'caresync_app')
  LOOP
    EXECUTE format('CREATE POLICY caresync_app ON %s TO caresync_app USING (true) WITH CHECK (true)', closed);
  END LOOP;
END $$;

-- Row-level security binds the owner of a table too. Whole tables are read by the role for backups alone, which writes
-- nothing: pg_dump --enable-row-security.
GRANT USAGE ON SCHEMA public, months, graphile_worker TO caresync_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA public, months, graphile_worker TO caresync_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO caresync_backup;
DO $$
DECLARE
  guarded regclass;
BEGIN
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO caresync_backup', current_database());
  FOR guarded IN
    SELECT c.oid FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  END LOOP;
  FOR guarded IN
    SELECT c.oid FROM pg_class c
    WHERE c.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) AND c.relkind = 'r' AND c.relrowsecurity
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'caresync_backup')
  LOOP
    EXECUTE format('CREATE POLICY caresync_backup ON %s FOR SELECT TO caresync_backup USING (true)', guarded);
  END LOOP;
END $$;
