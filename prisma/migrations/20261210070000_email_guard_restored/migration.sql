-- IS DISTINCT FROM names no operator, so a dump of the condition was restored as one that tells capitals apart.
DROP TRIGGER "User_email_guard" ON "User";
CREATE TRIGGER "User_email_guard" BEFORE UPDATE OF "email" ON "User" FOR EACH ROW
  WHEN (lower(NEW."email"::text) IS DISTINCT FROM lower(OLD."email"::text)) EXECUTE FUNCTION "user_email_guard"();
