-- Row-level security binds the owner too (prisma/grants.sql), as whom the trigger adds versions. The application's role
-- has no right to add any.
CREATE POLICY "background_keep" ON "BackgroundVersion" FOR INSERT WITH CHECK (true);
