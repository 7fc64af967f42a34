import { lazy } from "react";
import { useSettingsForm } from "./form/context";
import type { Place } from "./model/place";
import type { Topic } from "./model/topics";
import { TopicPage } from "./pages/TopicPage";

const PastOrders = lazy(() => import("./runs/PastOrders"));
const StripeTest = lazy(() => import("./stripe/StripeTest"));
const LookPreview = lazy(() => import("./look/LookPreview"));

/** A topic's page with what belongs to it besides its settings. */
export function TopicContent({ topic, place }: { topic: Topic; place: Place }) {
  const { mayWrite } = useSettingsForm();
  if (topic.name === "look") {
    const aside = mayWrite && <LookPreview />; // what is tried out is for those who set it
    return <TopicPage topic={topic} place={place} aside={aside} />;
  }
  return (
    <TopicPage topic={topic} place={place}>
      {topic.name === "payment" && mayWrite && place.level !== "CHANNEL" && <StripeTest />}
      {topic.name === "issuing" && <PastOrders place={place} />}
    </TopicPage>
  );
}
