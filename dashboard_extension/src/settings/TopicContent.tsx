import { lazy } from "react";
import type { Place } from "./model/place";
import type { Topic } from "./model/topics";
import { TopicPage } from "./pages/TopicPage";

const PastOrders = lazy(() => import("./runs/PastOrders"));
const LookPreview = lazy(() => import("./look/LookPreview"));

/** A topic's page with what belongs to it besides its settings. */
export function TopicContent({ topic, place }: { topic: Topic; place: Place }) {
  if (topic.name === "look") {
    return <TopicPage topic={topic} place={place} aside={<LookPreview />} />;
  }
  return (
    <TopicPage topic={topic} place={place}>
      {topic.name === "issuing" && <PastOrders place={place} />}
    </TopicPage>
  );
}
