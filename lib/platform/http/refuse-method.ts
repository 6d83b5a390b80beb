import { AppError } from "@/lib/platform/errors/app-error";
import { refusal } from "./missing-route";
import { registeredRoutes } from "./route-definition";

/**
 * Answers the methods a path does not support; every route exports it for them. Next's own answer has no body, request
 * ID or log line. `Allow` lists the supported ones (RFC 9110 §15.5.6).
 */
export async function refuseMethod(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const { path, methods } = offeredAt(pathname);
  const allow = methods.includes("GET") ? ["HEAD", ...methods] : methods;
  const error = new AppError("method-not-allowed", `This path supports ${methods.join(", ")}.`);
  return refusal(request, path, error, { Allow: ["OPTIONS", ...allow].join(", ") });
}

/** Finds the route of a path: of several matching templates, the one with the fewest parameters. */
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
