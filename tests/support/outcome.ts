import { AppError } from "@/lib/platform/errors/app-error";

/** The code of an error a use case throws; any other error as it is, so that a comparison shows it. */
export const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

/** How a use case ends: "ok", or the code of its error. */
export const outcome = (work: Promise<unknown>) => work.then(() => "ok", codeOf);
