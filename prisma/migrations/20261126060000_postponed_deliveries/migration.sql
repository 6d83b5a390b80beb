-- The relay asks at every round which deliveries wait for another attempt: hardly ever any, and found without a look at
-- those that wait for their first. Schema files cannot say this: a partial index.
CREATE INDEX "EventDelivery_postponed" ON "EventDelivery" ("sink", "position") WHERE "attempts" > 0;
