import { suspensionRoute } from "@/app/api/admin/suspension-route";

export const POST = suspensionRoute("reinstate");

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
