import { AppError } from "@/lib/platform/errors/app-error";

/** The code of an error a use case throws; any other error as it is, so that a comparison shows it. */
export const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

/** How a use case ends: "ok", or the code of its error. */
export const outcome = (work: Promise<unknown>) => work.then(() => "ok", codeOf);

/** The whole refusal someone gets: code, text and extras, so that two can be compared. Throws any other error. */
export async function answer(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "ok";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message, extra: error.extra };
  }
}
