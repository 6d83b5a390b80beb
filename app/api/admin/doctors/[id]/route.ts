import { profileRoute } from "@/app/api/admin/profile-routes";

export const GET = profileRoute("doctor");

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
