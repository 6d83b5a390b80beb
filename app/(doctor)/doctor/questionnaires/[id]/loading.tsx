import { QuestionsSkeleton } from "@/components/questionnaires/questions-skeleton";

export default function Loading() {
  return <QuestionsSkeleton />;
}
