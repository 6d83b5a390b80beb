-- An invitation's mail may be planned for a later day. Once its link has ended, or another has replaced it, it isn't sent.
CREATE FUNCTION "cancel_invitation_mail"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- As cancelMessages does: what was given up stays so, and can't be sent again.
  UPDATE "Message" SET "content" = NULL,
    "state" = (CASE "state" WHEN 'GIVEN_UP' THEN 'GIVEN_UP' ELSE 'CANCELLED' END)::"MessageState",
    "endedAt" = CASE "state" WHEN 'GIVEN_UP' THEN "endedAt" ELSE now() END
  WHERE "key" = TG_ARGV[0] || ':' || OLD."tokenHash" AND "content" IS NOT NULL
    AND "state" IN ('DUE', 'FAILED', 'GIVEN_UP');
  RETURN NULL;
END $$;

CREATE TRIGGER "DoctorInvitation_link_ended" AFTER UPDATE OF "tokenHash" ON "DoctorInvitation" FOR EACH ROW
  WHEN (OLD."tokenHash" IS DISTINCT FROM NEW."tokenHash") EXECUTE FUNCTION "cancel_invitation_mail"('doctor-invitation');
CREATE TRIGGER "StaffInvitation_link_ended" AFTER UPDATE OF "tokenHash" ON "StaffInvitation" FOR EACH ROW
  WHEN (OLD."tokenHash" IS DISTINCT FROM NEW."tokenHash") EXECUTE FUNCTION "cancel_invitation_mail"('staff-invitation');
CREATE TRIGGER "FamilyInvitation_link_ended" AFTER UPDATE OF "tokenHash" ON "FamilyInvitation" FOR EACH ROW
  WHEN (OLD."tokenHash" IS DISTINCT FROM NEW."tokenHash") EXECUTE FUNCTION "cancel_invitation_mail"('family-invitation');
