import { profilesRoute } from "@/app/api/admin/profile-routes";

export const GET = profilesRoute("hospital");

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
