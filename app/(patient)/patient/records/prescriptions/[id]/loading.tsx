export { SheetSkeleton as default } from "@/components/prescriptions/sheet-skeleton";
