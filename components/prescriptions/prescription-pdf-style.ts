import { StyleSheet } from "@react-pdf/renderer";

export const paper = { a4: "A4", letter: "LETTER" } as const;

const LINE = "#bbb";
const QUIET = "#444";

/** In points, black on white. */
export const styles = StyleSheet.create({
  page: { paddingTop: 46, paddingHorizontal: 48, paddingBottom: 72, fontSize: 10 },
  // Not of the page: a footer of a page with one is never drawn.
  body: { fontSize: 10, lineHeight: 1.35 },
  row: { flexDirection: "row", gap: 24 },
  left: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  right: { textAlign: "right" },
  title: { fontSize: 18, fontWeight: 700, lineHeight: 1.35 },
  // Its own line height, because the body's is already that of its own size; names stay on the left, whatever their script.
  name: { fontSize: 13, fontWeight: 700, lineHeight: 1.35, textAlign: "left" },
  rtl: { direction: "rtl" },
  bold: { fontWeight: 700 },
  quiet: { color: QUIET },
  withdrawn: { marginTop: 14, padding: 8, borderWidth: 1.5, borderColor: "#000" },
  whose: {
    flexDirection: "row",
    gap: 24,
    marginTop: 16,
    marginBottom: 16,
    paddingVertical: 10,
    borderTopWidth: 0.75,
    borderBottomWidth: 0.75,
    borderColor: LINE,
  },
  birth: { width: 140 },
  medicine: { flexDirection: "row", marginBottom: 14 },
  number: { width: 22, color: QUIET, fontSize: 13, lineHeight: 1.35 },
  direction: { flexDirection: "row", marginTop: 2 },
  label: { width: 110, color: QUIET, paddingRight: 8 },
  signed: { paddingTop: 10, borderTopWidth: 0.75, borderColor: LINE },
  check: {
    flexDirection: "row",
    alignItems: "center",
    gap: 14,
    marginTop: 12,
    padding: 10,
    borderWidth: 0.75,
    borderColor: LINE,
    borderRadius: 4,
  },
  qr: { width: 92, height: 92 },
  code: { fontSize: 15, lineHeight: 1.35, fontWeight: 700, letterSpacing: 1, marginVertical: 2 },
  footName: { flexGrow: 1, flexShrink: 1, flexBasis: 0, textAlign: "left" },
  footPage: { width: 70, textAlign: "right" },
  foot: {
    position: "absolute",
    left: 48,
    right: 48,
    bottom: 30,
    flexDirection: "row",
    gap: 24,
    color: QUIET,
    fontSize: 8.5,
  },
});
