import { reportPages } from "@/app/report-pages";
import { routes } from "@/lib/site/routes";
import { requireAdmin } from "../require-admin";

const { generateMetadata, Page } = reportPages(async () => {
  const actor = await requireAdmin(routes.admin.numbers());
  return { actor, whose: {}, portal: "admin", owner: "All hospitals and practices" };
});

export { generateMetadata };
export default Page;
