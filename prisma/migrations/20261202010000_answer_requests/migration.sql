-- The notifications that ask for answers before a visit are found by the visit, and removed once these aren't needed.
CREATE INDEX "Notification_answers_requested" ON "Notification" (("refs" ->> 'appointmentId')) WHERE "type" = 'answers.requested';
