import { AppError } from "@/lib/platform/errors/app-error";
import type { StepVerdict } from "./life-cycle";

type Refused<S extends string> = {
  /** With its article: "An appointment". */
  thing: string;
  from: S;
  to: S;
  labels: Record<S, string>;
};

/** The error for a step that isn't there. */
export function noSuchStep<S extends string>({ thing, from, to, labels }: Refused<S>): AppError {
  const [is, wanted] = [labels[from].toLowerCase(), labels[to].toLowerCase()];
  const detail = from === to ? `This is already “${is}”.` : `${thing} that is “${is}” can't become “${wanted}”.`;
  return new AppError("invalid-transition", detail, { extra: { from, to } });
}

/** The error for a step that can't be taken; `missing` words the conditions that are the thing's own. */
export function refuseStep<S extends string, C extends string = never>(
  verdict: Exclude<StepVerdict<C>, "allowed">,
  step: Refused<S>,
  missing: (condition: C) => AppError,
): AppError {
  switch (verdict) {
    case "no-such-step":
      return noSuchStep(step);
    case "not-your-step":
      return new AppError("forbidden", "You can't take this step.");
    case "reason":
      return new AppError("invalid", "Give a reason.", { fields: [{ path: "reason", message: "Required" }] });
    default:
      return missing(verdict as C);
  }
}
