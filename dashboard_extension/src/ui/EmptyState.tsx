import type { ReactNode } from "react";
import { Notice } from "./Notice";

interface Props {
  title: string;
  text?: string;
  action?: ReactNode;
  compact?: boolean;
}

/** What a page says where there is nothing to show yet, with what to do about it. */
export function EmptyState(props: Props) {
  return <Notice {...props} />;
}
