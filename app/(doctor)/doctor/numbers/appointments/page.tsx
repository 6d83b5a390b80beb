import { countedPages } from "@/app/counted-pages";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

const { metadata, Page } = countedPages(async () => {
  const actor = await requireDoctor(routes.doctor.counted());
  return { actor, portal: "doctor", whose: { doctorId: actor.doctorId } };
});

export { metadata };
export default Page;
