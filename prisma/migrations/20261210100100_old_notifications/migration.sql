-- What is older than two years is found without an index over every row: notifications lie in the order they were made in.
CREATE INDEX "Notification_createdAt_idx" ON "Notification" USING brin ("createdAt");
