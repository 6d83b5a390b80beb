import { AppError } from "@/lib/platform/errors/app-error";
import { refusal } from "./missing-route";
import { registeredRoutes } from "./route-definition";

/**
 * Answers the methods a path does not have; every route exports it under their names. Without it Next answers by
 * itself, with no body, no request id and no line in the log. `Allow` says what there is (RFC 9110 §15.5.6).
 */
export async function refuseMethod(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const { path, methods } = offeredAt(pathname);
  const allow = methods.includes("GET") ? ["HEAD", ...methods] : methods;
  const error = new AppError("method-not-allowed", `This path supports ${methods.join(", ")}.`);
  return refusal(request, path, error, { Allow: ["OPTIONS", ...allow].join(", ") });
}

/** The route behind a path: of several templates that fit, the one with the fewest open places. */
function offeredAt(pathname: string): { path: string; methods: string[] } {
  const fitting = registeredRoutes().filter(({ path }) => fits(path, pathname));
  const fewest = Math.min(...fitting.map(({ path }) => openPlaces(path)));
  const own = fitting.filter(({ path }) => openPlaces(path) === fewest);
  return { path: own[0]?.path ?? "/api/…", methods: own.map(({ method }) => method) };
}

function openPlaces(path: string): number {
  return path.split("{").length - 1;
}

function fits(template: string, pathname: string): boolean {
  const parts = pathname.replace(/\/+$/, "").split("/");
  const wanted = template.split("/");
  return wanted.length === parts.length && wanted.every((part, i) => part.startsWith("{") || part === parts[i]);
}
