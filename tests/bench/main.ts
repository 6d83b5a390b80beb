import { benchOpenSlots } from "./open-slots";
import { withBenchStack, type BenchStack } from "./stack";

/** All but the first need the running product; they run one after the other, so that none disturbs another. */
const HTTP_BENCHES: Record<string, (stack: BenchStack) => Promise<void>> = {
  race: async (stack) => (await import("./race")).benchRaces(stack),
  booking: async (stack) => (await import("./booking")).benchBooking(stack),
  beds: async (stack) => (await import("./beds")).benchBeds(stack),
  availability: async (stack) => (await import("./availability")).benchAvailability(stack),
  import: async (stack) => (await import("./import")).benchImport(stack),
  live: async (stack) => (await import("./live")).benchLive(stack),
  waitlist: async (stack) => (await import("./waitlist")).benchWaitlist(stack),
  metrics: async (stack) => (await import("./metrics")).benchMetrics(stack),
  pages: async (stack) => (await import("./pages")).benchPages(stack),
  overload: async (stack) => (await import("./overload")).benchOverload(stack),
  board: async (stack) => (await import("./board")).benchBoard(stack),
  capacity: async (stack) => (await import("./capacity")).benchCapacity(stack),
};
/** On their own database, with very many rows. */
const LOAD_BENCHES: Record<string, () => Promise<void>> = {
  directory: async () => (await import("./directory")).benchDirectory(),
  stats: async () => (await import("./stats")).benchStats(),
  analytics: async () => (await import("./analytics")).benchAnalytics(),
  ambulances: async () => (await import("./ambulances")).benchAmbulances(),
  audit: async () => (await import("./audit")).benchAudit(),
  icd10: async () => (await import("./icd10")).benchIcd10(),
  records: async () => (await import("./records")).benchRecords(),
  export: async () => (await import("./export")).benchExport(),
  move: async () => (await import("./move")).benchMove(),
  download: async () => (await import("./download")).benchDownload(),
  merges: async () => (await import("./merges")).benchMerges(),
  reminders: async () => (await import("./reminders")).benchReminders(),
  messages: async () => (await import("./messages")).benchMessages(),
  backup: async () => (await import("./backup")).benchBackup(),
  push: async () => (await import("./push")).benchPush(),
  growth: async () => (await import("./growth")).benchGrowth(),
  machines: async () => (await import("./machines")).benchMachines(),
};

const names = ["open-slots", ...Object.keys(HTTP_BENCHES), ...Object.keys(LOAD_BENCHES)];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  process.exit(1);
}
const chosen = asked.length > 0 ? asked : names;

if (chosen.includes("open-slots")) await benchOpenSlots();
const http = chosen.filter((name) => name in HTTP_BENCHES);
if (http.length > 0) {
  await withBenchStack(async (stack) => {
    for (const name of http) await HTTP_BENCHES[name]!(stack);
  });
}
for (const name of chosen.filter((one) => one in LOAD_BENCHES)) await LOAD_BENCHES[name]!();
process.exit(0);
