import { reportPages } from "@/app/report-pages";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

const { generateMetadata, Page } = reportPages(async () => {
  const actor = await requireDoctor(routes.doctor.numbers());
  return { actor, whose: { doctorId: actor.doctorId }, portal: "doctor", owner: "Your numbers" };
});

export { generateMetadata };
export default Page;
