import { failEditions } from "./internal/fail-edition";

const RETENTION_HOURS = 24;

/** Gives up files whose upload wasn't completed within a day. */
export async function discardForgottenUploads(now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - RETENTION_HOURS * 3_600_000);
  await failEditions(
    { status: "UPLOADING", createdAt: { lt: before } },
    "The upload wasn't completed within a day. Upload the file again.",
  );
}
