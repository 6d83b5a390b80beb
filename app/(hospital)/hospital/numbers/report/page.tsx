import { reportPages } from "@/app/report-pages";
import { NumbersViews } from "@/components/analytics/numbers-views";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../../require-desk";

const { generateMetadata, Page } = reportPages(async () => {
  const { actor, hospital } = await requireDesk(routes.hospital.report());
  const whose = { hospitalId: hospital.id };
  return { actor, whose, portal: "hospital", owner: hospital.name, views: <NumbersViews current="report" /> };
});

export { generateMetadata };
export default Page;
