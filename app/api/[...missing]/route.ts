import { preflight } from "@/lib/platform/http/cors";
import { answerMissingRoute } from "@/lib/platform/http/missing-route";

export const GET = answerMissingRoute;
export const POST = answerMissingRoute;
export const PUT = answerMissingRoute;
export const PATCH = answerMissingRoute;
export const DELETE = answerMissingRoute;
export const OPTIONS = preflight;
