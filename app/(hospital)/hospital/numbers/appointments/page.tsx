import { countedPages } from "@/app/counted-pages";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../../require-desk";

const { metadata, Page } = countedPages(async () => {
  const { actor, hospital } = await requireDesk(routes.hospital.counted());
  return { actor, portal: "hospital", whose: { hospitalId: hospital.id } };
});

export { metadata };
export default Page;
