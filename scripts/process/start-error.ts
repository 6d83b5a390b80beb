/** Why CareSync can't start, as one sentence an operator can act on. Never a stack, never a secret. */
export class StartError extends Error {
  override name = "StartError";
}

/** Tells whether a program's output, or an error, says that the disk is full. */
export function isDiskFull(cause: unknown): boolean {
  const signs = /ENOSPC|EDQUOT|No space left on device|Check free disk space|Disk quota exceeded/i;
  return signs.test(cause instanceof Error ? cause.message : String(cause));
}

/** Returns the sentence for an error, or undefined when it is internal and its stack is needed. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message;
  if (isDiskFull(error)) return "The disk is full: CareSync needs some space to start.";
  const { code, path } = error as NodeJS.ErrnoException;
  const isRefused = code === "EACCES" || code === "EPERM" || code === "EROFS";
  return isRefused && path
    ? `CareSync can't write to ${path}: change the owner or permissions of that folder.`
    : undefined;
}

/** Runs a script's main function: what it throws becomes a sentence and exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
  }
}
