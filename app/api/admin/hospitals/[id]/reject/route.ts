import { verificationRoute } from "@/app/api/admin/verification-route";

export const POST = verificationRoute("hospital", "reject");

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
