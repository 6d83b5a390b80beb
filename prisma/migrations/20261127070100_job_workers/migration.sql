-- Who works the job queue, and when each was last heard: what a dead worker had locked is given back to the others.
CREATE TABLE "JobWorker" (
    "id" TEXT NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobWorker_pkey" PRIMARY KEY ("id")
);
