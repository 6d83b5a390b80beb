/** Why CareSync cannot start, as one sentence an operator can act on. Never a stack, never a secret. */
export class StartError extends Error {
  override name = "StartError";
}

/** Runs a script's main function: a StartError becomes its sentence and exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  }
}

/** True when a program's output, or an error, says that the disk is full. */
export function isDiskFull(cause: unknown): boolean {
  return /ENOSPC|No space left on device/i.test(cause instanceof Error ? `${cause.name} ${cause.message}` : String(cause));
}
