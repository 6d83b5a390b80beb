import { verificationRoute } from "@/app/api/admin/verification-route";

export const POST = verificationRoute("doctor", "suspend");

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
